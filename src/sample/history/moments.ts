import { decideYouSaid, joinConcern, writeYouSaid } from '#areas/concerns/index.ts'
import { incidentHome, linkCases } from '#areas/incidents/index.ts'
import { goOnWithFile, noteFile } from '#areas/pupil-files/index.ts'
import { breakGlass, giveRecord, glassToReview, readCase, reviewGlass, wallOff } from '#areas/records/index.ts'
import { announceExpiry } from '#areas/retention/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'
import { pupilsOf } from './case-people.ts'
import { storyMoment } from './case-times.ts'
import { ago } from './story-helpers.ts'
import type { World } from './world.ts'
import { act, actorOf, holderOf, personNamed } from './world.ts'

/** What happens between concerns and cases: joined, linked, walled off, opened in an emergency, told back, announced. */
export function planMoments(world: World): void {
  const plan = (daysAgo: number, time: string, work: () => Promise<unknown>) => {
    const moment = storyMoment(world, ago(daysAgo, time))
    if (moment !== null) world.agenda.plan(moment, async () => void (await work()))
  }
  plan(195, '15:40', () => tellBack(world, ['c-video-mates'], VIDEO, true))
  plan(20, '15:40', () => tellBack(world, ['c-picture-bus'], BUS, true))
  plan(1, '14:10', () => tellBack(world, ['c-fake-me'], ACCOUNT, false))
  plan(16, '12:05', () => keepOut(world))
  plan(15, '09:05', () => give(world, 'lunch-group', 'dsl'))
  plan(5, '15:20', () => link(world))
  plan(5, '15:25', () => give(world, 'mean-voice-notes', 'online_safety_lead'))
  plan(4, '16:45', () => openInEmergency(world))
  plan(1, '10:30', () => join(world))
  plan(38, '10:20', () => askForFile(world, 0, 'received'))
  plan(3, '10:20', () => askForFile(world, 1, 'asked'))
  plan(1, '07:10', () => world.db.inTx(world.system, announceExpiry))
}

interface Said {
  readonly said: string
  readonly did: string
  readonly readers: readonly ('pupil' | 'parent' | 'staff')[]
}

const VIDEO: Said = {
  said: 'A video of a fight was sent round and round, and some of you did not want to see it.',
  did: 'We talked with the whole year. Since then everybody knows how to stop a video, and it is gone.',
  readers: ['pupil', 'parent', 'staff'],
}
const BUS: Said = {
  said: 'People were photographed on the bus without being asked.',
  did: 'Phones stay in the bag on every bus now, and the escorts look after it.',
  readers: ['pupil', 'parent'],
}
const ACCOUNT: Said = {
  said: 'Somebody made an account that looked like one of you.',
  did: 'It was gone the next day. We show each class this term how to report such an account.',
  readers: ['pupil'],
}

/** The online safety lead writes what became of it; the safeguarding lead looks at it, or has not yet. */
async function tellBack(world: World, stories: readonly string[], text: Said, shown: boolean): Promise<void> {
  const concernIds = stories.map((story) => known(world.told, story))
  const id = await as(world, 'online_safety_lead', (tx, actor) =>
    writeYouSaid(tx, actor, { ...text, concernIds, noNames: true }),
  )
  if (shown) await as(world, 'dsl', (tx, actor) => decideYouSaid(tx, actor, { id, to: 'shown', reason: '' }))
}

const join = (world: World): Promise<void> =>
  as(world, 'online_safety_lead', (tx, actor) =>
    joinConcern(tx, actor, {
      concernId: known(world.told, 'c-quiz-parent'),
      mainId: known(world.told, 'c-quiz-pupil'),
      reason: 'Both tell of the same quiz.',
    }),
  )

/** A deputy says what they have to do with a case, and is kept out of it. */
const keepOut = (world: World): Promise<unknown> =>
  as(world, 'dsl', (tx, actor) =>
    wallOff(tx, actor, {
      recordId: known(world.cases, 'lunch-group'),
      personId: deputies(world)[1].personId,
      reason: 'Says that one of the pupils is a niece.',
    }),
  )

/** The safeguarding lead says who looks after a case. */
const give = (world: World, story: string, post: string): Promise<void> =>
  as(world, 'dsl', (tx, actor) => {
    const { personId } = actorOf(world, holderOf(world, post, dayOf(world.calendar, world.clock.now())))
    return giveRecord(tx, actor, { kind: 'incident', home: incidentHome, id: known(world.cases, story), personId })
  })

const link = (world: World): Promise<unknown> =>
  as(world, 'dsl', async (tx, actor) =>
    linkCases(tx, actor, {
      one: await readCase(tx, known(world.cases, 'mean-voice-notes')),
      otherId: known(world.cases, 'lunch-group'),
      reason: 'The same table in the dining hall. Look at both before a sanction is decided.',
    }),
  )

/** A pupil stands before the other deputy, nobody who handles the case can be reached: they open it, and the head looks at that. */
async function openInEmergency(world: World): Promise<void> {
  const { reference } = await as(world, 'dsl', (tx) => readCase(tx, known(world.cases, 'mean-voice-notes')))
  const reason =
    'The pupil’s mother is at the door and asks whether they may go home alone. The leads are both at the district meeting.'
  await act(world, deputies(world)[0], (tx, actor) => breakGlass(tx, actor, { reference, reason }))
  await as(world, 'head', async (tx, actor) => {
    for (const line of await glassToReview(tx, actor))
      await reviewGlass(tx, actor, {
        id: line.id,
        found: 'right',
        says: 'The pupil was not to go alone, and nobody else could know.',
      })
  })
}

function deputies(world: World): readonly [PersonActor, PersonActor] {
  const [first, second] = world.sample.posts.filter(({ post }) => post === 'deputy_head')
  if (first === undefined || second === undefined) throw new TypeError('the school has two deputies')
  return [actorOf(world, personNamed(world, first.person)), actorOf(world, personNamed(world, second.person))]
}

/** A pupil came in the year: the school before is asked for the file, and sends it, or has not yet. */
async function askForFile(world: World, nth: number, until: 'asked' | 'received'): Promise<void> {
  const day = dayOf(world.calendar, world.clock.now())
  const pupil = pupilsOf(world, 8, day)[nth]
  if (pupil === undefined) throw new TypeError('nobody is in Year 8')
  await as(world, 'dsl', async (tx, actor) => {
    const id = await noteFile(tx, actor, {
      pupilId: actorOf(world, pupil).personId,
      way: 'in',
      schoolName: nth === 0 ? 'Fernhollow Academy' : 'Quarrybank School',
      receiver: null,
      movedOn: day.subtract({ days: 4 }),
    })
    await goOnWithFile(tx, actor, id, { does: 'asked' })
    if (until === 'received')
      await goOnWithFile(tx, actor, id, { does: 'received', by: 'Signed post, opened by the lead' })
  })
}

const as = <T>(world: World, post: string, work: (tx: Tx, actor: PersonActor) => Promise<T>): Promise<T> =>
  act(world, actorOf(world, holderOf(world, post, dayOf(world.calendar, world.clock.now()))), work)

function known(map: ReadonlyMap<string, string>, story: string): string {
  const id = map.get(story)
  if (id === undefined) throw new TypeError(`${story} has not happened yet`)
  return id
}
