import { cx, type Piece, said, type Typed, typedLine, type Words } from '../words.ts'

export interface YesNoOption {
  readonly value: string
  readonly text: Words
  /** `no` is drawn calmly when chosen, `danger` in red. */
  readonly tone?: 'yes' | 'no' | 'danger' | undefined
}

const yesAndNo: readonly YesNoOption[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', tone: 'no' },
]

/** Two or three answers side by side, nothing chosen beforehand. */
export function YesNo(props: {
  readonly name: string
  readonly options?: readonly YesNoOption[] | undefined
  readonly value?: Typed
  readonly wide?: boolean | undefined
}) {
  const chosen = typedLine(props.value)
  const Box = props.wide ? 'div' : 'span'
  return (
    <Box class={cx('kept-yesno', props.wide && 'kept-yesno--wide')}>
      {(props.options ?? yesAndNo).map(({ value, text, tone }, at) => {
        const id = at === 0 ? props.name : `${props.name}-${at + 1}`
        return (
          <label class={cx(tone && tone !== 'yes' && `kept-yesno__${tone}`)} for={id}>
            <input type="radio" name={props.name} id={id} value={value} checked={chosen === value} />
            <span>{text}</span>
          </label>
        )
      })}
    </Box>
  )
}

export interface ConsentRow {
  readonly name: string
  readonly text: Words
  readonly small?: Words
  readonly value?: Typed
  readonly error?: Piece
  readonly options?: readonly YesNoOption[] | undefined
}

/** One row per use, two answers each. */
export function Consents({ rows }: { readonly rows: readonly ConsentRow[] }) {
  return (
    <div class="kept-consents">
      {rows.map(({ name, text, small, value, error, options }) => {
        const fault = said(error)
        return (
          <fieldset class={cx('kept-consent', fault && 'kept-consent--error')}>
            <legend>
              {text}
              {small && <small>{small}</small>}
              {fault && (
                <span class="govuk-error-message">
                  <span class="govuk-visually-hidden">Error:</span> {fault.says}
                </span>
              )}
            </legend>
            <YesNo name={name} value={value} options={options} />
          </fieldset>
        )
      })}
    </div>
  )
}
