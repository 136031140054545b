import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { actingAs } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { partiesIn } from '#pack/engines/actions/derived-steps.ts'
import type { Action } from '#pack/types/action.ts'
import type { Tx } from '#platform/database/tx.ts'

/** An action that somebody may take. */
export interface Takeable {
  readonly id: string
  readonly action: Action
}

/** The actions that the policy lets somebody take, in its order. */
export async function mayTake(tx: Tx, actor: PersonActor, policy?: PolicyInForce): Promise<Takeable[]> {
  const own = policy ?? (await policyInForce(tx))
  const mine = new Set<string>(await actingAs(tx, own, actor.personId, { kind: '', circle: '', openedBy: null }))
  return Object.entries(own.pack.actions).flatMap(([id, action]) =>
    partiesIn(action.by).some((party) => mine.has(party) && party !== 'handler') ? [{ id, action }] : [],
  )
}
