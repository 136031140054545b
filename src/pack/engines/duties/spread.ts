import { dayOf, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { nextSchoolDay } from '#core/calendar/school-days.ts'
import { firstSecond } from '../../time/due.ts'
import type { DueDuty } from './duty-due.ts'

/**
 * When a check that nobody must foresee (`spread: random`) is shown to its owner: the morning of a school day between
 * its beginning and its due time. `chance`, from 0 up to 1, comes from the caller, because an engine throws no dice.
 */
export function shownAt(duty: DueDuty, chance: number, calendar: SchoolCalendar): string {
  if (duty.due === null) return duty.from
  const days: Temporal.PlainDate[] = []
  const last = dayOf(calendar, Temporal.Instant.from(duty.due))
  let day = nextSchoolDay(calendar, dayOf(calendar, Temporal.Instant.from(duty.from)).subtract({ days: 1 })).day
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    days.push(day)
    day = nextSchoolDay(calendar, day).day
  }
  const chosen = days[Math.min(Math.floor(Math.max(chance, 0) * days.length), days.length - 1)]
  if (chosen === undefined) return duty.from
  const morning = firstSecond(chosen, calendar)
  const from = Temporal.Instant.from(duty.from)
  return (Temporal.Instant.compare(morning, from) > 0 ? morning : from).toString()
}
