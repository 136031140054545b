import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** How often the file of an item was opened, by whoever. */
export async function looksAt(tx: Tx, itemId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('app.ledger_entry')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('chain', '=', 'read')
    .where('subject_kind', '=', 'evidence')
    .where('subject_id', '=', itemId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
