import { dayOf, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, wholeUnit } from '#pack/time/due.ts'
import { timeOf } from '#pack/time/read.ts'
import type { Length, Time } from '#pack/time/time.ts'
import type { Pack } from '#pack/types/pack.ts'
import { policyDocument } from './approval-steps.ts'

/** The day on which the policy is to be reviewed, counted by the pack's interval; null where it names none. */
export function reviewDueOn(
  pack: Pack,
  days: { readonly approved: Temporal.PlainDate | null; readonly published: Temporal.PlainDate },
  calendar: SchoolCalendar,
): Temporal.PlainDate | null {
  const document = policyDocument(pack)
  const review = document?.review
  const length = review === undefined ? null : intervalOf(timeOf(review.every))
  if (review === undefined || length === null) return null
  // A version that nobody approved here still has the days with which it came.
  const came = document?.approved_on === undefined ? null : Temporal.PlainDate.from(document.approved_on)
  if (days.approved === null && document?.review_due !== undefined) return Temporal.PlainDate.from(document.review_due)
  const from = review.from === 'approved' ? (days.approved ?? came ?? days.published) : days.published
  const noon = from.toZonedDateTime({ timeZone: calendar.zone, plainTime: '12:00' }).toInstant()
  return dayOf(calendar, afterLength(length, noon, calendar).at)
}

/** A repetition as the time between two rounds. */
function intervalOf(time: Time): Length | null {
  if (time.kind === 'length') return yearly(time)
  if (time.kind === 'every') return yearly({ kind: 'length', count: time.count, unit: wholeUnit(time.unit) })
  return time.kind === 'elastic' && time.weCount !== null ? intervalOf(time.weCount) : null
}

// By the end of the next school year could be nearly two years: a review each school year is due a year after the last.
const yearly = (length: Length): Length => (length.unit === 'school_year' ? { ...length, unit: 'year' } : length)

/** What brings a review forward. */
export const soonerEvents = (pack: Pack): string[] => [...(policyDocument(pack)?.review?.sooner_on ?? [])]
