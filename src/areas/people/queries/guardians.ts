import type { Guardian } from '#pack/engines/assents/asked.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who may act for each child: of everybody, or of these children. Run as the system, or a parent sees only themselves. */
export async function readGuardians(tx: Tx, childIds?: readonly string[]): Promise<Map<string, Guardian[]>> {
  if (childIds?.length === 0) return new Map()
  const links = await tx
    .selectFrom('app.family_link')
    .select(['child_id', 'adult_id', 'may_sign', 'from_on', 'until_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(childIds !== undefined, (query) => query.where('child_id', 'in', childIds ?? []))
    .orderBy('id')
    .execute()
  const found = new Map<string, Guardian[]>()
  for (const link of links) {
    const guardian = {
      person: link.adult_id,
      parentalResponsibility: link.may_sign,
      from: link.from_on,
      until: link.until_on,
    }
    found.set(link.child_id, [...(found.get(link.child_id) ?? []), guardian])
  }
  return found
}
