import { sayFullDate } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { paths } from '../paths.ts'
import { SUPPORT_WORDS } from './support.ts'

/** An offer of support as the case shows it. */
export interface SaidOffer {
  readonly id: string
  readonly to: string
  readonly what: string
  readonly byWhom: string
  readonly on: Temporal.PlainDate
  readonly note: string | null
  readonly words: readonly { readonly word: string; readonly on: Temporal.PlainDate; readonly note: string | null }[]
}

export interface SupportCardProps {
  readonly id: string
  readonly offers: readonly SaidOffer[]
  /** What was written at the steps that belong to it, such as the risk assessment. */
  readonly steps: readonly { readonly key: string; readonly value: string }[]
  readonly mayWrite: boolean
}

/** The support of a case: what was offered to whom, by whom, and what became of it. */
export function SupportCard({ id, offers, steps, mayWrite }: SupportCardProps) {
  if (offers.length === 0 && steps.length === 0 && !mayWrite) return null
  return (
    <Card
      id="support"
      size="m"
      title="Support"
      nothing={offers.length + steps.length === 0 && 'Nothing has been offered yet.'}
      end={
        mayWrite && (
          <a class="kept-link kept-noprint" href={paths.support.to(id)}>
            Write down support
          </a>
        )
      }
    >
      {offers.length > 0 && (
        <ul class="kept-list kept-rows">
          {offers.map((offer) => (
            <li>
              <strong>{offer.to}</strong>: {offer.what}, offered by {offer.byWhom} on {sayFullDate(offer.on)}.
              {offer.note !== null && ` ${offer.note}`}
              {offer.words.length === 0 && <span class="kept-meta"> No answer yet.</span>}
              {offer.words.map((word) => (
                <>
                  <br />
                  <span class="kept-meta">
                    {SUPPORT_WORDS[word.word] ?? word.word} on {sayFullDate(word.on)}
                    {word.note === null ? '' : `: ${word.note}`}
                  </span>
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <SummaryList rows={steps.map(({ key, value }) => ({ key, value: <span class="kept-pre">{value}</span> }))} />
      )}
    </Card>
  )
}
