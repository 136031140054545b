import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { takeConcern } from './take-concern.ts'

/** Takes those of the chosen concerns that nobody has taken yet, and says how many: none is taken out of another's hands. */
export async function takeChosen(tx: Tx, actor: PersonActor, ids: readonly string[]): Promise<number> {
  const free = await tx
    .selectFrom('app.concern')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'new')
    // In one order always: two people who choose the same ones wait for each other, and do not lock each other out.
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id } of free) await takeConcern(tx, actor, id)
  return free.length
}
