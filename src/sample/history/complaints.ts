import { answerComplaint, findCase, makeComplaint } from '#areas/complaints/index.ts'
import { readCase } from '#areas/records/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { find } from './case-people.ts'
import { storyMoment } from './case-times.ts'
import { ago } from './story-helpers.ts'
import type { World } from './world.ts'
import { act, actorOf, holderOf, personNamed } from './world.ts'

/** A parent’s complaint about how a case was handled, so many school days ago, and what whoever heard it answered. */
interface Complaint {
  readonly story: string
  readonly parentOf: number
  readonly made: number
  readonly says: string
  readonly answered?: {
    readonly daysAgo: number
    readonly outcome: 'upheld' | 'partly' | 'not_upheld'
    readonly says: string
  }
}

const COMPLAINTS: readonly Complaint[] = [
  {
    story: 'group-filmed',
    parentOf: 11,
    made: 301,
    says: 'Nobody told us for three days that our son was in it. We heard it from another family.',
    answered: {
      daysAgo: 290,
      outcome: 'partly',
      says: 'You should have heard from us the same day, and we are sorry. What was decided afterwards was right and stays.',
    },
  },
  {
    story: 'open-parent',
    parentOf: 4,
    made: 3,
    says: 'I was called in before anybody had asked me what I saw at the gate.',
  },
]

/** Plans the complaints: each goes to somebody who is not in its case. */
export function planComplaints(world: World): void {
  for (const one of COMPLAINTS) {
    const moment = storyMoment(world, ago(one.made, '18:20'))
    if (moment !== null) world.agenda.plan(moment, () => complain(world, one))
  }
}

async function complain(world: World, one: Complaint): Promise<void> {
  const day = dayOf(world.calendar, world.clock.now())
  const recordId = world.cases.get(one.story)
  if (recordId === undefined) throw new TypeError(`${one.story} has not happened yet`)
  // The number stands on the letter that the parent has.
  const lead = actorOf(world, holderOf(world, 'dsl', day))
  const { reference } = await act(world, lead, (tx) => readCase(tx, recordId))
  const parent = find(world, { id: one.story }, { parentOf: one.parentOf }, day)
  const { id, hearer } = await act(world, actorOf(world, parent), async (tx, actor) => {
    const about = await findCase(tx, reference)
    if (about === null) throw new TypeError(`nobody complains of ${reference}`)
    return makeComplaint(tx, actor, {
      about,
      madeBy: `${parent.givenName} ${parent.familyName}`,
      own: true,
      says: one.says,
      madeOn: day,
      passedOn: 'By letter, the same day.',
    })
  })
  const { answered } = one
  const moment = answered === undefined ? null : storyMoment(world, ago(answered.daysAgo, '16:50'))
  if (answered === undefined || moment === null || !('personId' in hearer)) return
  const heard = [...world.people].find(([, personId]) => personId === hearer.personId)?.[0] ?? ''
  world.agenda.plan(moment, () =>
    act(world, actorOf(world, personNamed(world, heard)), (tx, actor) =>
      answerComplaint(tx, actor, { complaint: { id, recordId }, outcome: answered.outcome, answer: answered.says }),
    ),
  )
}
