import { mayChange } from '#areas/records/index.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** @throws Forbidden for whoever opened the case in an emergency, or hears a complaint: they read it, and change nothing. */
export async function assertMayChange(tx: Tx, recordId: string): Promise<void> {
  if (!(await mayChange(tx, recordId))) throw new Forbidden('evidence.reads_only')
}
