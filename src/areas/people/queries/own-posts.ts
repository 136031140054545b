import { sql } from 'kysely'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { mayImport } from '../policy.ts'

/** Refuses whoever may not import a roster. */
export async function assertMayImport(tx: Tx): Promise<void> {
  const { rows } = await sql<{ posts: string[] }>`select app.current_posts() as posts`.execute(tx)
  if (!mayImport(rows[0]?.posts ?? [])) throw new Forbidden('people.import')
}
