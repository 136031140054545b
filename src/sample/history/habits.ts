import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Chance } from '../random.ts'
import type { SamplePerson } from '../types.ts'
import { schoolDayAfter } from './times.ts'

/** How somebody answers what they are asked to sign. */
export type Habit = 'soon' | 'in_class' | 'reminded' | 'paper' | 'talks_first' | 'late' | 'never'

type Share = readonly [habit: Habit, tickets: number]

// Parents answer less quickly than staff, and pupils sign together in a lesson.
const SHARES: Readonly<Record<'parent' | 'pupil' | 'staff' | 'other', readonly Share[]>> = {
  parent: [
    ['soon', 52],
    ['reminded', 25],
    ['paper', 9],
    ['talks_first', 3],
    ['late', 6],
    ['never', 5],
  ],
  pupil: [
    ['in_class', 90],
    ['reminded', 5],
    ['talks_first', 1],
    ['late', 2],
    ['never', 2],
  ],
  staff: [
    ['soon', 80],
    ['reminded', 14],
    ['talks_first', 1],
    ['late', 4],
    ['never', 1],
  ],
  other: [
    ['soon', 55],
    ['reminded', 25],
    ['paper', 10],
    ['late', 7],
    ['never', 3],
  ],
}

/** Draws how somebody answers this year. */
export function drawHabit(person: SamplePerson, chance: Chance): Habit {
  const { kind } = person
  const shares = SHARES[kind === 'parent' || kind === 'pupil' || kind === 'staff' ? kind : 'other']
  return chance.pick(shares.flatMap(([habit, tickets]) => Array.from({ length: tickets }, () => habit)))
}

/** The day on which somebody of this habit first does something. */
export function firstDayOf(
  calendar: SchoolCalendar,
  habit: Habit,
  asked: Temporal.PlainDate,
  chance: Chance,
): Temporal.PlainDate {
  switch (habit) {
    case 'soon':
      return asked.add({ days: chance.pick([0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 6]) })
    case 'in_class':
      return schoolDayAfter(calendar, asked, chance.whole(6, 12))
    case 'reminded':
      // Reminders come every five school days; most answer one within two days.
      return schoolDayAfter(calendar, asked, chance.pick([5, 5, 5, 10, 10, 15, 20])).add({ days: chance.whole(0, 2) })
    case 'late':
      return schoolDayAfter(calendar, asked, chance.whole(30, 75))
    case 'paper':
    case 'talks_first':
    case 'never':
      return schoolDayAfter(calendar, asked, chance.whole(1, 8))
  }
}
