import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'

/**
 * A slip says a day and no hour: noon, or now when it is today and still morning.
 * @throws Refused for a date to come, or more than a year ago.
 */
export function momentOf(day: Temporal.PlainDate, now: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant {
  const today = dayOf(calendar, now)
  if (Temporal.PlainDate.compare(day, today) > 0)
    throw new Refused('agreement.paper.future', say('en', 'agreement.refused.future'))
  if (Temporal.PlainDate.compare(day, today.subtract({ years: 1 })) < 0)
    throw new Refused('agreement.paper.old', say('en', 'agreement.refused.old'))
  if (day.equals(today)) return now
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from('12:00') }).toInstant()
}
