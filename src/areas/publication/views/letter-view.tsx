import { Page } from '#ui/page/page.tsx'
import { WordMark } from '#ui/word-mark/word-mark.tsx'
import type { Summary } from '../types.ts'
import { READER_WORDS, readerWithin, WAY_WORDS } from '../words.ts'
import { HelpPapers } from './help-paper.tsx'
import { PaperHead } from './paper-head.tsx'

export interface LetterViewProps {
  readonly summary: Summary
  readonly school: string
  readonly today: string
  readonly policy: string
  readonly version: number
  readonly tellShort: string
  readonly policyShort: string
  readonly qr: string
  readonly pdfHref: string
  readonly backHref: string
}

/** What you need to know, as a letter to look at and to print from the browser. */
export function LetterView(props: LetterViewProps) {
  const { summary } = props
  const { easy, reader } = summary
  return (
    <Page title={`Letter: ${readerWithin(reader)}`} heading={false}>
      <PaperHead title={`Letter: ${readerWithin(reader)}`} {...props}>
        Print the letter
      </PaperHead>
      <article class="kept-sheet" aria-labelledby="letter-title">
        <header class="kept-sheet__head">
          <span class="kept-mark">
            <WordMark />
          </span>
          <p>
            <strong>{props.school}</strong>
            <br />
            {props.today}
          </p>
        </header>
        <h2 class="govuk-heading-l" id="letter-title">
          {easy ? 'Being safe online' : `Online safety: what ${readerWithin(reader)} need to know`}
        </h2>
        <Tell {...props} />
        {summary.agreements.map((agreement) => (
          <section aria-labelledby={`letter-${agreement.id}`}>
            <h3 class="govuk-heading-m" id={`letter-${agreement.id}`}>
              {easy ? WAY_WORDS[agreement.way].easy : WAY_WORDS[agreement.way].usual}: {agreement.title}
            </h3>
            {agreement.only !== null && <p class="kept-meta">Only for: {agreement.only}.</p>}
            {agreement.intro !== null && <p class="govuk-body">{agreement.intro}</p>}
            <ol class="govuk-list govuk-list--number">
              {agreement.items.map((item) => (
                <li>{item.says}</li>
              ))}
            </ol>
          </section>
        ))}
        {summary.helps.length > 0 && (
          <h3 class="govuk-heading-m">{easy ? 'Who else helps' : 'Where else you find help'}</h3>
        )}
        <HelpPapers papers={summary.helps} />
        {!easy && (
          <p class="govuk-body">
            The whole policy: <strong>{props.policyShort}</strong>
          </p>
        )}
        <footer class="kept-sheet__foot">
          <span>
            {props.policy}, version {props.version}
          </span>
          <span>{READER_WORDS[reader]}</span>
        </footer>
      </article>
    </Page>
  )
}

function Tell({ summary, qr, tellShort }: LetterViewProps) {
  const { easy, heardBy } = summary
  return (
    <>
      <div class="kept-qr">
        <img src={qr} alt={`QR code: ${tellShort}`} />
        <div>
          <p>
            <strong>
              {easy ? 'Is something wrong online? Tell us.' : 'Is something wrong online? Tell the school.'}
            </strong>
          </p>
          <p>
            {easy
              ? 'You are not in trouble. You do not have to give your name.'
              : 'You need no proof, and you need not give your name.'}
          </p>
          <p>
            Point a phone here, or go to <strong>{tellShort}</strong>
          </p>
          <p>
            In danger now: <strong>999</strong>
          </p>
        </div>
      </div>
      {heardBy.length > 0 && (
        <p class="govuk-body">
          {easy ? 'These grown-ups read it' : 'What you tell is read by'}: {heardBy.join('; ')}.
        </p>
      )}
    </>
  )
}
