import { sql } from 'kysely'
import type { Actor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/**
 * Checks with the database that the actor works at the school now, whatever their session says.
 * @throws Forbidden when they do not.
 */
export async function assertStaff(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind === 'system') return
  const { rows } = await sql<{ staff: boolean }>`select app.current_is_staff() as staff`.execute(tx)
  if (rows[0]?.staff !== true) throw new Forbidden('agreement.staff_only')
}
