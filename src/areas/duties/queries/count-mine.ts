import { readComplaints } from '#areas/complaints/index.ts'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import { filesDue } from '#areas/pupil-files/index.ts'
import { glassToReview } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { putTogether } from '../lines.ts'
import { readHeld } from './may-do.ts'
import { countSteps } from './my-cases.ts'
import { myOpenDuties } from './my-duties.ts'

/** How many lines "my duties" has for somebody: the menu says what the list shows. */
export async function countMine(tx: Tx, actor: PersonActor): Promise<number> {
  const held = await readHeld(tx)
  const policy = await policyInForceOrNone(tx)
  const duties = policy === null ? [] : putTogether(await myOpenDuties(tx, policy.pack, held), nowIn(tx))
  const glass = await glassToReview(tx, actor)
  return (
    duties.length +
    glass.length +
    (await filesDue(tx)).length +
    (await readComplaints(tx)).filter((one) => one.mine).length +
    (await countSteps(tx, actor, held))
  )
}
