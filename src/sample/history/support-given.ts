import { type WriteSupport, writeSupport } from '#areas/incidents/index.ts'
import { type Case, readCase } from '#areas/records/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { storyMoment } from './case-times.ts'
import { ago } from './story-helpers.ts'
import type { World } from './world.ts'
import { act, actorOf, holderOf } from './world.ts'

/** Support that was offered to somebody of a case, so many school days ago, and what became of it. */
interface Support {
  readonly story: string
  readonly part: string
  readonly support: string
  readonly by: string
  readonly offered: number
  readonly note: string
  readonly after: readonly {
    readonly word: 'taken_up' | 'declined' | 'ended'
    readonly daysAgo: number
    readonly note: string
  }[]
}

const SUPPORT: readonly Support[] = [
  {
    story: 'left-out-chat',
    part: 'victim',
    support: 'counselling',
    by: 'The school nurse',
    offered: 379,
    note: 'Six sessions, on Tuesdays after lunch.',
    after: [
      { word: 'taken_up', daysAgo: 374, note: 'The quiet room helps.' },
      { word: 'ended', daysAgo: 338, note: 'Not needed any more, both agreed.' },
    ],
  },
  {
    story: 'third-time',
    part: 'instigator',
    support: 'teaching',
    by: 'The E-Safety Co-ordinator',
    offered: 224,
    note: 'Three lessons about what a message does at the other end.',
    after: [{ word: 'taken_up', daysAgo: 219, note: '' }],
  },
  {
    story: 'third-time',
    part: 'victim',
    support: 'agency',
    by: 'The district’s counselling service',
    offered: 226,
    note: 'Referred with the parents’ agreement.',
    after: [{ word: 'declined', daysAgo: 214, note: 'The form tutor is enough for now.' }],
  },
  {
    story: 'lunch-group',
    part: 'victim',
    support: 'safety_plan',
    by: 'The class teacher',
    offered: 13,
    note: 'A table to choose, and an adult close by.',
    after: [{ word: 'taken_up', daysAgo: 11, note: 'The table by the window.' }],
  },
  {
    story: 'mean-voice-notes',
    part: 'victim',
    support: 'talk',
    by: 'The speech therapist',
    offered: 4,
    note: 'Whenever it helps.',
    after: [],
  },
]

/** Plans the support in cases of the sample, as the safeguarding lead writes it down. */
export function planSupport(world: World): void {
  for (const one of SUPPORT) {
    const moment = storyMoment(world, ago(one.offered, '13:25'))
    if (moment === null) continue
    world.agenda.plan(moment, async () => {
      const id = await write(world, one.story, (people) => ({
        offer: {
          inCase: people.find(({ part }) => part === one.part)?.id ?? '',
          support: one.support,
          byWhom: one.by,
        },
        note: one.note,
      }))
      for (const { word, daysAgo, note } of one.after) {
        const later = storyMoment(world, ago(daysAgo, '13:35'))
        if (later === null) continue
        world.agenda.plan(later, async () => void (await write(world, one.story, () => ({ of: id, word, note }))))
      }
    })
  }
}

type Said = (people: Case['people']) => Unsaid
type Unsaid = WriteSupport extends infer One ? (One extends unknown ? Omit<One, 'on'> : never) : never

function write(world: World, story: string, say: Said): Promise<string> {
  const on = dayOf(world.calendar, world.clock.now())
  const recordId = world.cases.get(story)
  if (recordId === undefined) throw new TypeError(`${story} has not happened yet`)
  return act(world, actorOf(world, holderOf(world, 'dsl', on)), async (tx, actor) => {
    const one = await readCase(tx, recordId)
    return writeSupport(tx, actor, one, { ...say(one.people), on })
  })
}
