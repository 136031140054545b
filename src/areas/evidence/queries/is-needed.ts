import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'

/**
 * Whether any evidence of the organisation still needs some content. Asked past the lock: the same content may be in a locked
 * case, of which nobody here may know more than that.
 */
export async function isNeeded(tx: Tx, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`select app.evidence_needs(${sha256}) as needed`.execute(tx)
  return rows[0]?.needed ?? true
}
