import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import { paths } from '../paths.ts'

export interface LetterViewProps {
  readonly id: string
  readonly title: string
  readonly school: string
  readonly to: string
  readonly paragraphs: readonly string[]
  readonly blanks: string
  readonly day: string
  readonly back: { readonly href: string; readonly text: string }
}

/** A letter as it was written, to read and to print. */
export function LetterView({ id, title, school, to, paragraphs, blanks, day, back }: LetterViewProps) {
  return (
    <Page title={title} caption={`${school}, ${day}`} back={back} lede={to === '' ? undefined : `To ${to}`}>
      {blanks !== '' && (
        <div class="kept-noprint">
          <WarningText>Before it goes, fill in by hand: {blanks}.</WarningText>
        </div>
      )}
      {paragraphs.map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <div class="govuk-button-group kept-noprint kept-gap-top-s">
        <PrintButton>Print</PrintButton>
        <Button href={paths.letter.pdf.to(id)} variant="secondary">
          Save as PDF
        </Button>
      </div>
    </Page>
  )
}

export interface LettersViewProps {
  readonly letters: readonly { readonly id: string; readonly title: string; readonly says: string }[]
}

/** The letters that the school has written to somebody. */
export function LettersView({ letters }: LettersViewProps) {
  return (
    <Page
      title="Letters to you"
      lede="What the school has written to you. You can read, print and save each of them here."
    >
      {letters.length === 0 && (
        <EmptyState title="There is no letter for you">Letters on paper are not listed.</EmptyState>
      )}
      <ul class="govuk-list">
        {letters.map((letter) => (
          <li>
            <a class="govuk-link" href={paths.letter.show.to(letter.id)}>
              {letter.title}
            </a>
            <p class="kept-meta">{letter.says}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
