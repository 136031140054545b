import { Choice, type ChoiceOption } from '../choices/choice.tsx'
import { ChoiceGroup, hasFieldset } from '../choices/choice-group.tsx'
import { describedBy, type GroupProps } from '../field/field.tsx'
import { type Attributes, cx, type Typed, typedAll } from '../words.ts'

export interface CheckboxesProps extends GroupProps {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly options: readonly (ChoiceOption | false | null | undefined)[]
  /** What was ticked before. */
  readonly value?: Typed
  readonly small?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Any number of answers out of a few, or one box to tick. */
export function Checkboxes(props: CheckboxesProps) {
  const prefix = props.idPrefix ?? props.name
  const ticked = typedAll(props.value)
  const described = hasFieldset(props) ? undefined : describedBy(prefix, props)
  return (
    <ChoiceGroup {...props} id={prefix}>
      <div
        class={cx('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {props.before}
        {props.options.map((option, at) =>
          option ? (
            <Choice
              kind="checkboxes"
              option={option}
              name={props.name}
              id={at === 0 ? prefix : `${prefix}-${at + 1}`}
              chosen={ticked.includes(String(option.value))}
              describedBy={described}
            />
          ) : null,
        )}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}
