import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Chance } from '../../random.ts'
import { find, peopleOfStory } from '../case-people.ts'
import { storyMoment } from '../case-times.ts'
import { at, schoolDayAfter, whenSchoolWorks } from '../times.ts'
import type { World } from '../world.ts'
import { act, actorOf, chanceOf } from '../world.ts'
import type { KnownWho, RegisterStory, StoryFields, StoryStep, StoryValue } from './register-story.ts'

type Written = string | number | boolean | string[]

/** The entries made so far, by their story. */
type Entries = Map<string, string>

/** Plans the entries of the registers: each is opened at its moment, and its steps follow until the story or today ends. */
export function planRegisters(world: World, stories: readonly RegisterStory[]): void {
  const entries: Entries = new Map()
  for (const story of stories) {
    const moment = storyMoment(world, story.when)
    if (moment === null) continue
    const begins = whenSchoolWorks(world.calendar, moment, chanceOf(`register ${story.id}`))
    world.agenda.plan(begins, () => open(world, story, entries))
  }
}

async function open(world: World, story: RegisterStory, entries: Entries): Promise<void> {
  const moment = world.clock.now()
  const day = dayOf(world.calendar, moment)
  const { id } = await act(world, actorOf(world, find(world, story, story.by, day)), (tx, actor) =>
    openRecord(tx, actor, {
      kind: story.kind,
      schoolId: world.schoolId,
      title: story.title,
      category: null,
      occurredAt: null,
      fields: {
        ...write(world, story, story.fields, entries),
        ...Object.fromEntries(
          Object.entries(story.rows ?? {}).map(([rows, lines]) => [
            rows,
            lines.map((line) => write(world, story, line, entries)),
          ]),
        ),
      },
      people: peopleOfStory(world, story, story.people ?? [], day),
    }),
  )
  entries.set(story.id, id)
  planStep(world, story, entries, 0, chanceOf(`steps of ${story.id}`))
}

function planStep(world: World, story: RegisterStory, entries: Entries, index: number, chance: Chance): void {
  const step = story.steps[index]
  if (step === undefined) return
  world.agenda.plan(momentOf(world, step, chance), async () => {
    await take(world, story, step, entries)
    planStep(world, story, entries, index + 1, chance)
  })
}

function momentOf(world: World, { after = 0, at: time }: StoryStep, chance: Chance): Temporal.Instant {
  const now = world.clock.now()
  if (after === 0 && time !== undefined)
    return at(world.calendar, dayOf(world.calendar, now), time).add({ seconds: chance.whole(0, 900) })
  if (after === 0) return whenSchoolWorks(world.calendar, now.add({ seconds: chance.whole(240, 2400) }), chance)
  const day = schoolDayAfter(world.calendar, dayOf(world.calendar, now).add({ days: 1 }), after - 1)
  return at(world.calendar, day, time ?? '08:40').add({ seconds: chance.whole(0, time === undefined ? 24_000 : 900) })
}

async function take(world: World, story: RegisterStory, told: StoryStep, entries: Entries): Promise<void> {
  const recordId = entries.get(story.id) ?? ''
  const who = told.by ?? story.by
  const actor = actorOf(world, find(world, story, who, dayOf(world.calendar, world.clock.now())))
  const taken = await act(world, actor, async (tx) => {
    const { open } = await readCase(tx, recordId)
    const step = open.find((one) => one.stepId === told.step && !one.early)
    if (step === undefined) throw new TypeError(`${story.id}: ${told.step} is not open`)
    const note = told.note === undefined ? {} : { note: told.note }
    const fields = write(world, story, told.fields ?? {}, entries)
    return takeStep(tx, actor, { recordId, step: step.key, does: doesOf(step, told), fields, ...note })
  })
  if (!taken.ok) throw new TypeError(`${story.id}: ${told.step}: ${taken.says} ${JSON.stringify(taken.fields ?? {})}`)
}

function doesOf(step: OpenStep, { answer }: StoryStep) {
  if (step.kind === 'decision') return { voice: answer === 'no' ? ('no' as const) : ('yes' as const) }
  return answer === undefined ? { done: true as const } : { answers: [answer] }
}

const write = (world: World, story: RegisterStory, fields: StoryFields, entries: Entries): Record<string, Written> =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, written(world, story, value, entries)]))

function written(world: World, story: RegisterStory, value: StoryValue, entries: Entries): Written {
  if (typeof value !== 'object') return value
  if (isList(value)) return [...value]
  const now = world.clock.now()
  const day = dayOf(world.calendar, now)
  if ('day' in value) return day.add({ days: value.day }).toString()
  if ('minutesBefore' in value)
    return now
      .subtract({ minutes: value.minutesBefore })
      .toZonedDateTimeISO(world.calendar.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
  if ('who' in value) return idOf(world, story, value.who, day)
  const entry = entries.get(value.entry)
  if (entry === undefined) throw new TypeError(`${story.id} names an entry that is not made yet`)
  return entry
}

const isList = (value: StoryValue): value is readonly string[] => Array.isArray(value)

const idOf = (world: World, story: RegisterStory, who: KnownWho, day: Temporal.PlainDate): string =>
  world.people.get(find(world, story, who, day).sourcedId) ?? ''
