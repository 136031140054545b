import type { Mark } from '#pack/compare/mark-words.ts'

/** A text with what went struck through and what came underlined; both are said to those who hear the page. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark) =>
        mark.kind === 'same' ? (
          mark.text
        ) : mark.kind === 'added' ? (
          <ins class="kept-came">
            <span class="govuk-visually-hidden"> (new: </span>
            {mark.text}
            <span class="govuk-visually-hidden">) </span>
          </ins>
        ) : (
          <del class="kept-went">
            <span class="govuk-visually-hidden"> (taken out: </span>
            {mark.text}
            <span class="govuk-visually-hidden">) </span>
          </del>
        ),
      )}
    </>
  )
}
