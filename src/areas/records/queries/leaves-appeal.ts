import { sql } from 'kysely'
import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { APPEAL, derivedFrom } from '#pack/engines/actions/kinds.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { partiesIn } from '../asked-of.ts'
import { originOf } from './origin.ts'

/**
 * Whether somebody leaves an appeal against an action to others: they had a part in the case, or in the action, and somebody
 * whom the policy names had none. Where all of them had one, only whoever took the action is kept from it, by the engine.
 */
export async function leavesAppeal(
  tx: Tx,
  { pack }: Pick<PolicyInForce, 'pack'>,
  record: { readonly id: string; readonly kind: string; readonly school_id: string },
  step: string,
  person: string,
): Promise<boolean> {
  const action = derivedFrom(record.kind)
  if (action?.of !== 'action' || !step.includes(`:${APPEAL}:`)) return false
  return asSystem(tx, async () => {
    const holders = await holdersAt(tx, record.school_id)
    const situation = { keptOut: [], away: await awayToday(tx) }
    const hearers = partiesIn(pack.actions[action.id]?.appeal_to?.to).flatMap(
      (party) => actingFor(pack, party, holders, situation).people,
    )
    const records = [record.id, (await originOf(tx, record.id))?.id].flatMap((id) => id ?? [])
    const { rows } = await sql<{ person: string }>`
      select p.person from unnest(${[...new Set([...hearers, person])]}::uuid[]) as p (person)
       where exists (select 1 from unnest(${records}::uuid[]) as r (id) where app.is_in_case(r.id, p.person))`.execute(
      tx,
    )
    const inIt = new Set(rows.map((row) => row.person))
    return inIt.has(person) && hearers.some((hearer) => !inIt.has(hearer))
  })
}
