import { type Attributes, cx, type Words } from '../words.ts'

/** A link beside an answer, for instance "Change". */
export interface SummaryAction {
  readonly href: string
  readonly text: Words
  /** Said to a screen reader after the text, for instance "name". */
  readonly hidden?: Words
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Draws the link; inside a card the card's title tells it from the others. */
export function ActionLink({ cardTitle, ...action }: SummaryAction & { readonly cardTitle?: Words }) {
  return (
    <a class={cx('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {action.hidden || cardTitle ? (
        <span class="govuk-visually-hidden">
          {action.hidden && <> {action.hidden}</>}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      ) : null}
    </a>
  )
}
