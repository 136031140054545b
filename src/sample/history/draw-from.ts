import { addFollowUp, type FollowUpInput } from '#areas/incidents/index.ts'
import { readCase } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { StoryFollows } from './case-story.ts'
import type { World } from './world.ts'
import { act } from './world.ts'

/** Writes down what the school draws from a case at a step that was just taken. */
export async function drawFrom(
  world: World,
  handler: PersonActor,
  recordId: string,
  step: string,
  all: readonly StoryFollows[],
): Promise<void> {
  for (const one of all)
    await act(world, handler, async (tx, actor) =>
      addFollowUp(tx, actor, { one: await readCase(tx, recordId), step, follows: followsOf(world, one) }),
    )
}

function followsOf(world: World, one: StoryFollows): FollowUpInput {
  if ('change' in one) return { kind: 'policy_change', says: one.change, why: one.why, clause: one.clause }
  const dueAt = world.clock.now().add({ hours: 24 * 7 * one.weeks })
  return { kind: 'duty', says: one.duty, post: one.post, dueAt }
}
