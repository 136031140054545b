import { sayDay } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { Square } from '#ui/square/square.tsx'
import { paths } from '../paths.ts'

/** The same duty, an earlier time. */
export interface EarlierDuty {
  readonly id: string
  readonly dueAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
  readonly state: 'open' | 'done' | 'not_needed' | 'missed'
  readonly doneBy: string | null
  readonly note: string | null
}

export interface EarlierProps {
  readonly items: readonly EarlierDuty[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** How the same duty went before, the newest first. */
export function Earlier({ items, now, zone }: EarlierProps) {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const says = (at: Temporal.Instant) => sayDay(day(at), day(now))
  return (
    <Card title="How it went before" id="earlier">
      {items.length === 0 ? (
        <p class="govuk-body-s">This is the first time.</p>
      ) : (
        <ul class="kept-list kept-rows govuk-body-s">
          {items.map((one) => (
            <li>
              <Square state={stateOf(one)} size="s" />{' '}
              <a class="kept-link" href={paths.show.to(one.id)}>{`Due ${says(one.dueAt)}`}</a>
              <br />
              {wordsOf(one)}
              {one.doneAt === null || one.state === 'open' ? '' : ` ${says(one.doneAt)}`}
              {one.doneBy === null ? '' : `, ${one.doneBy}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const isLate = (one: EarlierDuty) => one.doneAt !== null && Temporal.Instant.compare(one.doneAt, one.dueAt) > 0

const stateOf = (one: EarlierDuty) =>
  one.state === 'missed'
    ? 'broken'
    : one.state === 'not_needed'
      ? 'none'
      : one.state === 'open' || isLate(one)
        ? 'late'
        : 'kept'

const wordsOf = (one: EarlierDuty) =>
  one.state === 'open'
    ? 'Still open'
    : one.state === 'missed'
      ? 'Missed, settled'
      : one.state === 'not_needed'
        ? 'Not needed,'
        : isLate(one)
          ? 'Done late,'
          : 'Done in time,'
