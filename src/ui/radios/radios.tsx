import { Choice, type ChoiceOption } from '../choices/choice.tsx'
import { ChoiceGroup } from '../choices/choice-group.tsx'
import type { GroupProps } from '../field/field.tsx'
import { type Attributes, cx, type Typed, typedLine } from '../words.ts'

export interface RadiosProps extends GroupProps {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly options: readonly (ChoiceOption | false | null | undefined)[]
  /** The answer given before; nothing is chosen beforehand. */
  readonly value?: Typed
  readonly inline?: boolean | undefined
  readonly small?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One answer out of a few. */
export function Radios(props: RadiosProps) {
  const prefix = props.idPrefix ?? props.name
  const chosen = typedLine(props.value)
  return (
    <ChoiceGroup {...props} id={prefix}>
      <div
        class={cx(
          'govuk-radios',
          props.inline && 'govuk-radios--inline',
          props.small && 'govuk-radios--small',
          props.class,
        )}
        {...props.attributes}
        data-module="govuk-radios"
      >
        {props.before}
        {props.options.map((option, at) =>
          option ? (
            <Choice
              kind="radios"
              option={option}
              name={props.name}
              id={at === 0 ? prefix : `${prefix}-${at + 1}`}
              chosen={chosen !== undefined && chosen !== '' && String(option.value) === chosen}
            />
          ) : null,
        )}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}
