import { dayOf, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { nextAsking } from '#pack/engines/assents/occasions.ts'
import type { Assent } from '#pack/types/assent.ts'

// Longer than any period after which a school asks again.
const LOOK_BACK_HOURS = 24 * 800
const MOST_ROUNDS = 60

/** The round of asking that a moment falls in: the day on which it began, or `once` when only events ask. */
export function roundOf(assent: Assent, now: Temporal.Instant, calendar: SchoolCalendar): string {
  let last: Temporal.Instant | null = null
  let next = nextAsking(assent, now.subtract({ hours: LOOK_BACK_HOURS }), calendar)
  for (let count = 0; count < MOST_ROUNDS && next !== null && Temporal.Instant.compare(next, now) <= 0; count += 1) {
    last = next
    next = nextAsking(assent, next, calendar)
  }
  return last === null ? ONCE : dayOf(calendar, last).toString()
}

/** The round of an assent that comes round with no date. */
export const ONCE = 'once'

/** The first day of a round, or null when it has no date: asked once, or because of a record, whose id it then is. */
export const startOfRound = (round: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(round) ? round : null)
