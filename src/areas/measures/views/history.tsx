import { sayFullInstant } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { Square } from '#ui/square/square.tsx'
import type { StoredCheck } from '../known.ts'
import { PROOFS, sayName } from '../say.ts'

/** Something that was stated, with its words. */
export interface PastCheck extends StoredCheck {
  readonly who: string
  readonly as: string
  readonly school: string | null
}

export interface HistoryProps {
  readonly history: readonly PastCheck[]
  readonly schools: readonly unknown[]
  readonly zone: string
}

/** What was stated of a measure, the newest first. */
export function History({ history, schools, zone }: HistoryProps) {
  return (
    <Card title="What was seen before" id="history">
      {history.length === 0 ? (
        <p class="govuk-body-s">Nobody has checked it yet.</p>
      ) : (
        <ul class="kept-list kept-rows govuk-body-s">
          {history.map((check) => (
            <li>
              <Square state={check.holds ? 'kept' : 'broken'} size="s" proof={check.holds ? 'attested' : undefined} />{' '}
              <strong>{check.holds ? 'It holds' : 'It does not hold'}</strong>
              {schools.length > 1 && check.school !== null ? `, ${check.school}` : ''}
              <br />
              {sayFullInstant(check.at, zone)}
              <br />
              {`${check.who}, ${check.standsIn ? 'standing in for ' : ''}${check.as}, ${proofIn(check.proof)}`}
              <br />
              {check.said}
              {Object.entries(check.asSet).map(([name, value]) => (
                <>
                  <br />
                  {`${sayName(name)}: ${value}`}
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const proofIn = (proof: string): string =>
  proof === 'report' || proof === 'statement' || proof === 'screenshot' ? PROOFS[proof].said : proof
