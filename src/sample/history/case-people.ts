import type { NewPerson } from '#areas/records/index.ts'
import { yearOf } from '../classes.ts'
import type { SamplePerson } from '../types.ts'
import type { CaseStory, StoryPerson, StoryWho } from './case-story.ts'
import type { World } from './world.ts'
import { chanceOf, holderOf } from './world.ts'

const AUGUST = 8

/** The school year in which a day lies, by its September. */
const schoolYearOf = (day: Temporal.PlainDate): number => (day.month > AUGUST ? day.year : day.year - 1)

/** The pupils who are in a year group on a day, in the order of the roster. */
export function pupilsOf(world: World, year: number, day: Temporal.PlainDate): SamplePerson[] {
  const schoolYear = schoolYearOf(day)
  return world.sample
    .peopleIn(schoolYear)
    .filter((person) => person.kind === 'pupil' && yearOf(cohortOf(person), schoolYear) === year)
}

// The number of a pupil in the roster begins with their cohort: p-2014-07.
const cohortOf = (person: SamplePerson): number => Number(person.sourcedId.split('-')[1])

/** Teachers and assistants who hold no post, so that a story about one of them is about nobody who handles it. */
function staffWithoutPost(world: World, day: Temporal.PlainDate): SamplePerson[] {
  const holders = new Set(world.sample.posts.map((post) => post.person))
  return world.sample
    .peopleIn(schoolYearOf(day))
    .filter((person) => person.kind === 'staff' && !holders.has(person.sourcedId))
}

/** The people of a story, in their parts. The same words mean the same people wherever the story says them. */
export function peopleOfStory(
  world: World,
  story: Pick<CaseStory, 'id'>,
  people: readonly StoryPerson[],
  day: Temporal.PlainDate,
): NewPerson[] {
  return people.map(({ part, who }) => {
    if ('words' in who) return { part, personId: null, described: who.words }
    const person = find(world, story, who, day)
    const personId = world.people.get(person.sourcedId)
    if (personId === undefined) throw new TypeError(`${person.sourcedId} of ${story.id} is not at the school`)
    return { part, personId, described: null }
  })
}

/** The person whom a story means. */
export function find(
  world: World,
  story: Pick<CaseStory, 'id'>,
  who: Exclude<StoryWho, { words: string }>,
  day: Temporal.PlainDate,
): SamplePerson {
  if ('post' in who) return holderOf(world, who.post, day)
  const start = chanceOf(`people of ${('year' in who ? who.as : null) ?? story.id}`).whole(0, 1000)
  if ('staff' in who) return nth(staffWithoutPost(world, day), start + who.staff * 7, story.id)
  const year = 'year' in who ? who.year : who.parentOf
  const pupil = nth(pupilsOf(world, year, day), start + ('year' in who ? (who.nth ?? 0) : 0), story.id)
  if ('year' in who) return pupil
  const there = new Set(world.sample.peopleIn(schoolYearOf(day)).map(({ sourcedId }) => sourcedId))
  const fact = world.sample.families.find((one) => one.child === pupil.sourcedId && there.has(one.adult))
  const adult = world.sample.people.find((one) => one.sourcedId === fact?.adult)
  if (adult === undefined) throw new TypeError(`${story.id} has a pupil without a parent`)
  return adult
}

function nth(people: readonly SamplePerson[], index: number, story: string): SamplePerson {
  const found = people[index % Math.max(people.length, 1)]
  if (found === undefined) throw new TypeError(`nobody for ${story}`)
  return found
}
