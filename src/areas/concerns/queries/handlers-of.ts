import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Handler } from '#areas/records/index.ts'
import { whoHandles } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Those to whom a concern can be given: they look after concerns like it, and are neither named in it nor walled off. */
export async function handlersOf(tx: Tx, policy: PolicyInForce, concern: { readonly id: string }): Promise<Handler[]> {
  const all = await whoHandles(tx, policy, 'concern')
  if (all.length === 0) return all
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${all.map((one) => one.personId)}::uuid[]) as id
     where app.may_be_given_concern(${concern.id}::uuid, id)`.execute(tx)
  const may = new Set(rows.map((row) => row.id))
  return all.filter((one) => may.has(one.personId))
}
