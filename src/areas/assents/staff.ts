import { sql } from 'kysely'
import type { Actor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Whether the person of this transaction works at the school now, as the database knows it. */
export async function isStaff(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ staff: boolean }>`select app.current_is_staff() as staff`.execute(tx)
  return rows[0]?.staff === true
}

/**
 * Checks with the database that the actor works at the school now, whatever their session says.
 * @throws Forbidden when they do not.
 */
export async function assertStaff(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind === 'system') return
  if (!(await isStaff(tx))) throw new Forbidden('agreement.staff_only')
}
