import { sayDay } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { addressesOf } from '../derived-homes.ts'
import type { FollowingLine } from '../following-line.ts'

export interface FollowsProps {
  readonly follows: readonly FollowingLine[]
  /** Where somebody who may takes an action from this case. */
  readonly takeHref: string | null
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What follows from a case: the actions that were taken, and what they leave somebody to do. */
export function Follows({ follows, takeHref, now, zone }: FollowsProps) {
  if (follows.length === 0 && takeHref === null) return null
  return (
    <Card
      id="follows"
      size="m"
      title="What follows from it"
      nothing={follows.length === 0 && 'Nothing has been decided for or against anybody yet.'}
      end={
        takeHref !== null && (
          <a class="kept-link kept-noprint" href={takeHref}>
            Take an action
          </a>
        )
      }
    >
      <ul class="kept-list kept-rows">
        {follows.map((line) => (
          <li>
            <a class="govuk-link" href={addressesOf(line.kind).show.to(line.id)}>
              {line.title}
            </a>{' '}
            <span class="kept-ref">{line.reference}</span>
            {line.people !== null && `, ${line.people}`} <Standing line={line} now={now} zone={zone} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How an action or an exception stands. */
export function Standing({
  line,
  now,
  zone,
}: {
  readonly line: Pick<FollowingLine, 'state' | 'inForce' | 'until' | 'due' | 'step'>
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (line.state === 'voided') return <StatePill state="none">Void</StatePill>
  if (line.state === 'closed') return <StatePill state="none">Over</StatePill>
  if (line.inForce)
    return (
      <StatePill state="kept">
        {line.until === null
          ? 'In force'
          : `In force until ${sayDay(line.until.toZonedDateTimeISO(zone).toPlainDate(), today)}`}
      </StatePill>
    )
  const late = line.due !== null && Temporal.Instant.compare(line.due, now) < 0
  return <StatePill state={late ? 'late' : 'due'}>{late ? 'Late' : 'To be done'}</StatePill>
}
