import { ChoiceGroup } from '../choices/choice-group.tsx'
import type { GroupProps } from '../field/field.tsx'
import { cx, type Typed, typedLine, type Words } from '../words.ts'

export interface YesNoOption {
  readonly value: string
  readonly text: Words
  /** `no` is drawn calmly when chosen, `danger` in red. */
  readonly tone?: 'yes' | 'no' | 'danger' | undefined
}

export interface YesNoProps extends GroupProps {
  readonly name: string
  /** Yes and no unless told. */
  readonly options?: readonly YesNoOption[] | undefined
  readonly value?: Typed
}

const yesAndNo: readonly YesNoOption[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', tone: 'no' },
]

/** A question with two or three answers side by side, nothing chosen beforehand. */
export function YesNo(props: YesNoProps) {
  return (
    <ChoiceGroup {...props} id={props.name}>
      {props.before}
      <div class="kept-yesno kept-yesno--wide">
        <Answers {...props} />
      </div>
      {props.after}
    </ChoiceGroup>
  )
}

function Answers({ name, options, value }: Pick<YesNoProps, 'name' | 'options' | 'value'>) {
  const chosen = typedLine(value)
  return (
    <>
      {(options ?? yesAndNo).map(({ value: answer, text, tone }, at) => {
        const id = at === 0 ? name : `${name}-${at + 1}`
        return (
          <label class={cx(tone && tone !== 'yes' && `kept-yesno__${tone}`)} for={id}>
            <input type="radio" name={name} id={id} value={answer} checked={chosen === answer} />
            <span>{text}</span>
          </label>
        )
      })}
    </>
  )
}
