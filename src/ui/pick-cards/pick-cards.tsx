import { ErrorMessage } from '../error-message/error-message.tsx'
import { cx, type Piece, said, type Typed, typedLine, type Words } from '../words.ts'
import { Picture, type PictureName } from './pictures.tsx'

export interface PickOption {
  readonly value: string
  readonly text: Words
  readonly picture?: PictureName | undefined
}

export interface PickCardsProps {
  readonly name: string
  readonly legend: Words
  /** Hides the legend where the heading of the page asks the same. */
  readonly legendHidden?: boolean | undefined
  readonly hint?: Words | undefined
  readonly options: readonly PickOption[]
  readonly value?: Typed
  readonly error?: Piece
  /** `young`: large pictures over the words (4 to 7). `middle`: pictures beside the words (7 to 11). */
  readonly age?: 'young' | 'middle' | undefined
}

/** One answer out of a few, chosen by its picture. */
export function PickCards(props: PickCardsProps) {
  const young = props.age === 'young'
  const chosen = typedLine(props.value)
  const fault = said(props.error)
  const errorId = `${props.name}-error`
  const hintId = `${props.name}-hint`
  return (
    <fieldset
      class={young ? 'kept-pics' : 'kept-pick'}
      aria-describedby={cx(props.hint !== undefined && hintId, fault !== null && errorId) || undefined}
    >
      <legend class={cx(props.legendHidden && 'govuk-visually-hidden')}>{props.legend}</legend>
      {props.hint !== undefined && (
        <p class="govuk-hint kept-pick__hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {fault && <ErrorMessage id={errorId}>{fault.says}</ErrorMessage>}
      {props.options.map(({ value, text, picture }, at) => {
        const id = at === 0 ? props.name : `${props.name}-${at + 1}`
        return (
          <label class={cx(young && 'kept-pic')} for={id}>
            <input type="radio" name={props.name} id={id} value={value} checked={chosen === value} />
            <span class={young ? 'kept-pic__card' : 'kept-pick__card'}>
              {picture && <Picture name={picture} />}
              <span>{text}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
