import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { type Attributes, cx, said, type Typed, typedLine } from '../words.ts'

export interface TextareaProps extends FieldProps {
  readonly value?: Typed
  readonly rows?: number | string | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name
  const settings: Attributes = {
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
  }
  return (
    <Field {...props}>
      {props.before}
      <textarea
        class={cx('govuk-textarea', said(props.error) && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={Number(props.rows || 5)}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...settings}
        {...props.attributes}
      >
        {typedLine(props.value)}
      </textarea>
      {props.after}
    </Field>
  )
}
