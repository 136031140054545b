import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'

/** Whether the person who acts keeps the policy: owns it by the version in force, or is the administrator. */
export async function keepsPolicy(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`select app.keeps_policy() as keeps`.execute(tx)
  return rows[0]?.keeps === true
}
