import { cx, type Piece, said, type Typed, type Words } from '../words.ts'
import { Answers, type YesNoOption } from './yes-no.tsx'

export interface ConsentRow {
  readonly name: string
  readonly text: Words
  readonly small?: Words
  readonly value?: Typed
  readonly error?: Piece
  readonly options?: readonly YesNoOption[] | undefined
}

/** One row per use, two answers each, nothing chosen beforehand. */
export function Consents({ rows }: { readonly rows: readonly ConsentRow[] }) {
  return (
    <div class="kept-consents">
      {rows.map((row) => (
        <Row {...row} />
      ))}
    </div>
  )
}

function Row({ name, text, small, value, error, options }: ConsentRow) {
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
      <span class="kept-yesno">
        <Answers name={name} value={value} options={options} />
      </span>
    </fieldset>
  )
}
