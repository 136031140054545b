import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { nextOccurrences, occurrenceAt } from '../../time/occurrences.ts'
import { timeOf } from '../../time/read.ts'
import type { Every } from '../../types/time.ts'

/** What somebody stated of a measure. */
export interface Check {
  readonly at: string
  readonly holds: boolean
  /** What was seen, in the words of whoever looked. */
  readonly said: string
}

/** How a measure stands at one school, and how that is known. */
export interface MeasureStanding {
  readonly state: 'kept' | 'due' | 'late' | 'broken' | 'no_evidence'
  /** A person's word, never more: another system holds it. */
  readonly proof: 'attested' | null
  /** When it was last looked at; null while nobody has. */
  readonly asOf: string | null
  /** What was found when it does not hold. */
  readonly said: string | null
  /** From when to when the next check falls; null when the policy names none. */
  readonly next: { readonly from: string; readonly due: string } | null
  /** When it changes by time alone; null when it does not. */
  readonly changesAt: string | null
}

/**
 * How a measure stands from what was stated of it. The last word counts: holds and within its time is kept, then due, then
 * late; does not hold is broken until somebody states otherwise; nothing stated is no evidence, however long that lasts.
 * Without `every` nobody has to look again, and a word stands until the next one.
 */
export function measureStands(
  every: Every | undefined,
  checks: readonly Check[],
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): MeasureStanding {
  const last = lastOf(checks, now)
  if (last === null)
    return {
      state: 'no_evidence',
      proof: null,
      asOf: null,
      said: null,
      next: firstCheck(every, now, calendar),
      changesAt: null,
    }
  const next = nextCheck(every, Temporal.Instant.from(last.at), calendar)
  const known = { asOf: last.at, next: next === null ? null : { from: next.from.toString(), due: next.due.toString() } }
  if (!last.holds) return { ...known, state: 'broken', proof: null, said: last.said, changesAt: null }
  if (next === null || isBefore(now, next.from))
    return { ...known, state: 'kept', proof: 'attested', said: null, changesAt: next?.from.toString() ?? null }
  if (!isBefore(next.due, now))
    return { ...known, state: 'due', proof: null, said: null, changesAt: next.due.add({ nanoseconds: 1 }).toString() }
  return { ...known, state: 'late', proof: null, said: null, changesAt: null }
}

function lastOf(checks: readonly Check[], now: Temporal.Instant): Check | null {
  let last: Check | null = null
  for (const check of checks) {
    if (isBefore(now, Temporal.Instant.from(check.at))) continue
    if (last === null || !isBefore(Temporal.Instant.from(check.at), Temporal.Instant.from(last.at))) last = check
  }
  return last
}

interface Next {
  readonly from: Temporal.Instant
  readonly due: Temporal.Instant
}

// A check serves the whole period in which it was made. What is counted on ("2 weeks") comes due in its last quarter.
function nextCheck(every: Every | undefined, last: Temporal.Instant, calendar: SchoolCalendar): Next | null {
  if (every === undefined) return null
  const time = timeOf(every)
  const [one] = nextOccurrences(time, last, calendar, { count: 1 })
  if (one === undefined) return null
  if (isBefore(one.starts, one.due)) return { from: one.starts, due: one.due }
  const whole = one.due.epochMilliseconds - last.epochMilliseconds
  return { from: one.due.subtract({ milliseconds: Math.floor(whole / 4) }), due: one.due }
}

function firstCheck(
  every: Every | undefined,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): MeasureStanding['next'] {
  if (every === undefined) return null
  const running = occurrenceAt(timeOf(every), now, calendar)
  const first = running !== null && !isBefore(running.due, now) ? { from: running.starts, due: running.due } : null
  const found = first ?? nextCheck(every, now, calendar)
  return found === null ? null : { from: found.from.toString(), due: found.due.toString() }
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0
