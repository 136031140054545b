import { dayOf } from '#core/calendar/school-calendar.ts'
import type { Chance } from '../random.ts'
import type { StoryTime } from './case-story.ts'
import { at, schoolDayAfter, schoolDayBefore, whenSchoolWorks } from './times.ts'
import type { World } from './world.ts'

/** The moment that a story means; null when it lies before the school. */
export function storyMoment(world: World, when: StoryTime): Temporal.Instant | null {
  if ('minutesAgo' in when) return world.now.subtract({ minutes: when.minutesAgo })
  const moment = at(
    world.calendar,
    schoolDayBefore(world.calendar, dayOf(world.calendar, world.now), when.daysAgo),
    when.at,
  )
  return Temporal.Instant.compare(moment, world.begins) < 0 ? null : moment
}

/** When the next step of a case is taken: often within the hour, sometimes after days; only while the school works. */
export function nextMoment(world: World, from: Temporal.Instant, chance: Chance): Temporal.Instant {
  const wait = chance.pick(['soon', 'soon', 'soon', 'hours', 'hours', 'day', 'day', 'days'] as const)
  if (wait === 'soon') return whenSchoolWorks(world.calendar, from.add({ seconds: chance.whole(240, 3000) }), chance)
  if (wait === 'hours')
    return whenSchoolWorks(world.calendar, from.add({ seconds: chance.whole(3600, 14_000) }), chance)
  const day = schoolDayAfter(
    world.calendar,
    dayOf(world.calendar, from).add({ days: 1 }),
    wait === 'day' ? 0 : chance.whole(1, 3),
  )
  return whenSchoolWorks(
    world.calendar,
    at(world.calendar, day, '08:20').add({ seconds: chance.whole(0, 27_000) }),
    chance,
  )
}
