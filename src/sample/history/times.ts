import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf, isSchoolDay } from '#core/calendar/school-calendar.ts'
import { nextSchoolDay, schoolDayFrom } from '#core/calendar/school-days.ts'
import type { Chance } from '../random.ts'

const OPENS = '08:10'
const LAST_WORK = '17:10'
const SATURDAY = 6

/** A time of a day on the school's clock. */
export function at(calendar: SchoolCalendar, day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

/** A moment of a day between two times. */
export function between(
  calendar: SchoolCalendar,
  day: Temporal.PlainDate,
  from: string,
  to: string,
  chance: Chance,
): Temporal.Instant {
  const [start, end] = [at(calendar, day, from), at(calendar, day, to)]
  const seconds = Math.max(0, Math.floor((end.epochMilliseconds - start.epochMilliseconds) / 1000))
  return start.add({ seconds: chance.whole(0, seconds) })
}

/** When people at home do such things: after work, or during a day off. */
export const atHome = (calendar: SchoolCalendar, day: Temporal.PlainDate, chance: Chance): Temporal.Instant =>
  day.dayOfWeek >= SATURDAY
    ? between(calendar, day, '09:20', '21:30', chance)
    : between(calendar, day, '16:40', '22:05', chance)

/** When people at school do such things. */
export const atSchool = (calendar: SchoolCalendar, day: Temporal.PlainDate, chance: Chance): Temporal.Instant =>
  between(calendar, day, '08:30', '16:20', chance)

/** The school day that lies so many school days after a day; the day itself, or the next school day, for 0. */
export function schoolDayAfter(calendar: SchoolCalendar, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = schoolDayFrom(calendar, day).day
  for (let left = count; left > 0; left -= 1) found = nextSchoolDay(calendar, found).day
  return found
}

/** The school day that lies so many school days before a day. */
export function schoolDayBefore(calendar: SchoolCalendar, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = day
  for (let left = count; left > 0; ) {
    found = found.subtract({ days: 1 })
    if (isSchoolDay(calendar, found)) left -= 1
  }
  return found
}

/** The moment itself when the school works then; otherwise the next morning on which it does, some minutes in. */
export function whenSchoolWorks(calendar: SchoolCalendar, moment: Temporal.Instant, chance: Chance): Temporal.Instant {
  const day = dayOf(calendar, moment)
  if (isSchoolDay(calendar, day)) {
    if (Temporal.Instant.compare(moment, at(calendar, day, OPENS)) < 0)
      return between(calendar, day, OPENS, '09:30', chance)
    if (Temporal.Instant.compare(moment, at(calendar, day, LAST_WORK)) <= 0) return moment
  }
  return between(calendar, nextSchoolDay(calendar, day).day, OPENS, '09:50', chance)
}
