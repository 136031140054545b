import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'

/**
 * Whether the person who acts may change a record, and not only read it, as in an emergency or for the sake of a complaint.
 * The row policies of what stands around a record ask the same.
 */
export async function mayChange(tx: Tx, recordId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select app.may_change_record(${recordId}::uuid) as may`.execute(tx)
  return rows[0]?.may === true
}
