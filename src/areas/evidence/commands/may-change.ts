import { onlyReadsUntil } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** @throws Forbidden for somebody who opened the case in an emergency: they read it, and change nothing. */
export async function assertMayChange(tx: Tx, actor: PersonActor, recordId: string): Promise<void> {
  if ((await onlyReadsUntil(tx, actor, recordId)) !== null) throw new Forbidden('evidence.reads_only')
}
