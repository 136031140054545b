import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { type Attributes, cx, said, type Typed, typedLine } from '../words.ts'

export interface SelectOption {
  readonly value?: string | number | undefined
  readonly text: string | number
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends FieldProps {
  readonly options: readonly (SelectOption | false | null | undefined)[]
  readonly value?: Typed
  readonly disabled?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One answer out of many. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  const chosen = typedLine(props.value)
  return (
    <Field {...props}>
      {props.before}
      <select
        class={cx('govuk-select', props.class, said(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...props.attributes}
      >
        {props.options.map((option) => (option ? <Option option={option} chosen={chosen} /> : null))}
      </select>
      {props.after}
    </Field>
  )
}

function Option({ option, chosen }: { option: SelectOption; chosen: string | undefined }) {
  const matches = chosen !== undefined && chosen !== '' && String(option.value ?? option.text) === chosen
  return (
    <option
      value={option.value === undefined ? undefined : String(option.value)}
      selected={option.selected || (option.selected !== false && matches)}
      disabled={option.disabled}
      {...option.attributes}
    >
      {option.text}
    </option>
  )
}
