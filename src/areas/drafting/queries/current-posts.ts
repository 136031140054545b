import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'

/** The posts that whoever acts holds today. */
export async function currentPosts(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ posts: string[] }>`select app.current_posts() as posts`.execute(tx)
  return rows[0]?.posts ?? []
}
