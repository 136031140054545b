import { sayFullDate } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import { Page } from '#ui/page/page.tsx'
import type { LetterSheet } from '../addressee.ts'

export interface LetterSheetsProps {
  readonly group: string
  readonly back: string
  readonly organisation: string
  readonly address: string
  readonly letters: readonly LetterSheet[]
  readonly today: Temporal.PlainDate
}

/** The letters, one to a sheet, so that no household is handed another's: the only time that the codes are seen. */
export function LetterSheetsView({ group, back, letters, ...each }: LetterSheetsProps) {
  return (
    <Page title={`Letters: ${group}`} heading={false}>
      {/* What is printed are the sheets alone. */}
      <div class="kept-noprint">
        <h1 class="govuk-heading-xl">Letters: {group}</h1>
        <p class="govuk-body-l">
          Print this page now: the codes are not shown again. Each person has a sheet of their own.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Back to the list
          </a>
        </p>
      </div>
      {letters.map((letter) => (
        <Sheet letter={letter} {...each} />
      ))}
    </Page>
  )
}

type SheetProps = Pick<LetterSheetsProps, 'organisation' | 'address' | 'today'> & { readonly letter: LetterSheet }

function Sheet({ letter, organisation, address, today }: SheetProps) {
  const { name, children, code, until, qr } = letter
  return (
    <section class="kept-sheet" aria-label={name}>
      <div class="kept-sheet__head">
        <b>{organisation}</b>
        <p>{sayFullDate(today)}</p>
      </div>
      <h2 class="govuk-heading-l">{say('en', 'letter.title', { name })}</h2>
      <p class="govuk-body">
        {children.length > 0 ? say('en', 'letter.parent', { children: listOf(children) }) : say('en', 'letter.staff')}
      </p>
      <div class="kept-qr">
        <img src={qr} alt="" />
        <div>
          <p>{say('en', 'letter.scan', { address })}</p>
          <p class="kept-code">{code}</p>
        </div>
      </div>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say('en', 'letter.once', { until })}</li>
        <li>{say('en', 'letter.own')}</li>
        <li>{say('en', 'letter.lost')}</li>
      </ul>
      <p class="kept-sheet__foot">{say('en', 'letter.for', { name })}</p>
    </section>
  )
}

const listOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)
