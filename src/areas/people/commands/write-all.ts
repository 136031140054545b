import type { Insertable } from 'kysely'
import { batches } from '#platform/database/batches.ts'
import type { DB } from '#platform/database/schema.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Tables that an import adds to. */
type Grown =
  | 'app.school'
  | 'app.person'
  | 'app.person_membership'
  | 'app.family_link'
  | 'app.class'
  | 'app.class_member'
/** Tables whose rows end on a day. */
type Ending = 'app.person_membership' | 'app.family_link' | 'app.class' | 'app.class_member'

/** Writes many rows with few statements. */
export async function insertAll<T extends Grown>(tx: Tx, table: T, rows: readonly Insertable<DB[T]>[]): Promise<void> {
  for (const piece of batches(rows)) await tx.insertInto(table).values(piece).execute()
}

/** Ends many rows on a day; a row that begins later than that ends on the day on which it begins. */
export async function endAll(
  tx: Tx,
  organisationId: string,
  table: Ending,
  ids: readonly string[],
  on: string,
): Promise<void> {
  for (const piece of batches(ids)) {
    await tx
      .updateTable(table)
      .set((eb) => ({ until_on: eb.fn<string>('greatest', [eb.ref('from_on'), eb.cast<string>(eb.val(on), 'date')]) }))
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', piece)
      .execute()
  }
}
