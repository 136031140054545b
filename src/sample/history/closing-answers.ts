import { closeConcern, readConcernForCase } from '#areas/concerns/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { NotFound } from '#core/errors.ts'
import { act, actorOf, chanceOf, holderOf, type World } from './world.ts'

const ANSWERS = [
  'We have dealt with it, and we talked with everybody it was about. If it starts again, write here.',
  'It is finished now. Those who had to know were told, and somebody goes on looking out for you. You were right to tell us.',
  'We have done what our policy says, and it has stopped. We do not tell anybody about the others. Thank you for telling us.',
]

/** A case is over: whoever told of it reads how it ended. Whoever may see what was told writes it. */
export async function answerAfterCase(world: World, storyId: string, keptOut: ReadonlySet<string>): Promise<void> {
  const concernId = world.concernOf.get(storyId)
  if (concernId === undefined) return
  const day = dayOf(world.calendar, world.clock.now())
  const answer = chanceOf(`closing ${storyId}`).pick(ANSWERS)
  for (const post of ['dsl', 'online_safety_lead', 'head', 'chair_of_governors']) {
    const person = holderOf(world, post, day)
    if (keptOut.has(world.people.get(person.sourcedId) ?? '')) continue
    const done = await act(world, actorOf(world, person), async (tx, actor) => {
      if (!(await sees(readConcernForCase(tx, concernId)))) return false
      const [open] = await tx
        .selectFrom('app.concern')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', concernId)
        .where('closed_at', 'is', null)
        .execute()
      if (open !== undefined) await closeConcern(tx, actor, { concernId, reason: 'The case is closed.', answer })
      return true
    })
    if (done) return
  }
}

async function sees(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading
    return true
  } catch (fault) {
    if (fault instanceof NotFound) return false
    throw fault
  }
}
