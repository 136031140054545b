import { closeConcern, takeConcern, tellConcern, writeMessage, writeNote } from '#areas/concerns/index.ts'
import type { Actor } from '#core/actor.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { SamplePerson } from '../types.ts'
import { find } from './case-people.ts'
import { storyMoment } from './case-times.ts'
import type { ConcernStory } from './concern-story.ts'
import { whenSchoolWorks } from './times.ts'
import type { World } from './world.ts'
import { act, actorOf, chanceOf, holderOf } from './world.ts'

/** Plans a concern: told at its moment, then taken, talked about and answered as its story says. */
export function planConcern(world: World, story: ConcernStory): void {
  const moment = storyMoment(world, story.when)
  if (moment === null) return
  world.agenda.plan(moment, async () => {
    const teller = tellerOf(world, story, moment)
    const actor: Actor =
      teller === null ? { kind: 'anonymous', organisationId: world.system.organisationId } : actorOf(world, teller)
    const { id, receipt } = await world.db.inTx(actor, (tx) =>
      tellConcern(tx, actor, world.receiptKey, {
        schoolId: world.schoolId,
        reporterKind: story.teller.kind,
        body: story.says,
        aboutKind: story.worry,
        inDanger: story.inDanger ?? false,
        wantsAnswer: story.wantsAnswer ?? true,
        ...(story.about === undefined ? {} : { aboutPosts: story.about }),
      }),
    )
    world.told.set(story.id, id)
    if (teller === null && story.lines !== undefined) world.receipt = receipt
    if (typeof story.ends === 'object' && 'incident' in story.ends) world.concernOf.set(story.ends.incident, id)
    if (story.ends !== 'waiting') goOn(world, story, id, moment)
  })
}

function goOn(world: World, story: ConcernStory, concernId: string, told: Temporal.Instant): void {
  const chance = chanceOf(`concern ${story.id}`)
  const taken = whenSchoolWorks(
    world.calendar,
    told.add({ minutes: story.inDanger === true ? chance.whole(1, 3) : chance.whole(6, 70) }),
    chance,
  )
  const handler = holderOf(world, story.by ?? 'online_safety_lead', dayOf(world.calendar, taken))
  const ends = story.ends
  // A case that is opened at once takes the concern with it.
  if (typeof ends === 'string' || 'closed' in ends)
    world.agenda.plan(taken, () =>
      act(world, actorOf(world, handler), (tx, actor) => takeConcern(tx, actor, concernId)),
    )
  if (story.note !== undefined) {
    const body = story.note
    world.agenda.plan(taken.add({ minutes: 4 }), () =>
      act(world, actorOf(world, handler), (tx, actor) => writeNote(tx, actor, { concernId, body })),
    )
  }
  const last = planLines(world, story, concernId, handler, taken)
  if (typeof ends === 'string' || 'incident' in ends) return
  const closed = whenSchoolWorks(world.calendar, last.add({ hours: chance.whole(2, 60) }), chance)
  world.agenda.plan(closed, () =>
    act(world, actorOf(world, handler), (tx, actor) =>
      closeConcern(tx, actor, { concernId, reason: ends.closed, answer: ends.answer }),
    ),
  )
}

/** The conversation: the school writes while it works, a reporter whenever they like. */
function planLines(
  world: World,
  story: ConcernStory,
  concernId: string,
  handler: SamplePerson,
  from: Temporal.Instant,
): Temporal.Instant {
  const chance = chanceOf(`lines ${story.id}`)
  let moment = from
  for (const line of story.lines ?? []) {
    const wished = moment.add({ minutes: line.after * 60 + chance.whole(1, 40) })
    moment = line.from === 'school' ? whenSchoolWorks(world.calendar, wished, chance) : wished
    const writer: Actor =
      line.from === 'school'
        ? actorOf(world, handler)
        : { kind: 'anonymous', organisationId: world.system.organisationId, concernId }
    world.agenda.plan(moment, () =>
      world.db.inTx(writer, (tx) => writeMessage(tx, writer, { concernId, body: line.says })),
    )
  }
  return moment
}

function tellerOf(world: World, story: ConcernStory, moment: Temporal.Instant): SamplePerson | null {
  const { teller } = story
  const day = dayOf(world.calendar, moment)
  switch (teller.kind) {
    case 'anonymous':
      return null
    case 'pupil':
      return find(world, story, { year: teller.year }, day)
    case 'parent':
      return find(world, story, { parentOf: teller.year }, day)
    case 'staff':
      return find(world, story, { staff: teller.number }, day)
    case 'governor':
      return holderOf(world, 'link_governor', day)
  }
}
