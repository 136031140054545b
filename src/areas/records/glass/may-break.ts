import { holdersAt } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { partiesIn } from '../asked-of.ts'

/** Whether a post of theirs may open records of any kind in an emergency; which of them is asked for each. */
export async function mayBreakAny(tx: Tx, { pack }: Pick<PolicyInForce, 'pack'>, actor: PersonActor): Promise<boolean> {
  const permitted = Object.values(pack.records).flatMap(({ break_glass: glass }) => partiesIn(glass?.who))
  if (permitted.length === 0) return false
  const holders = await asSystem(tx, () => holdersAt(tx, null))
  return permitted.some((party) => holders[party]?.includes(actor.personId))
}
