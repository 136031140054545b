import { sql } from 'kysely'
import { looksAfter } from '#areas/policy/index.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The posts that the person of this transaction holds now, as the database knows it. */
export async function ownPosts(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ posts: string[] }>`select app.current_posts() as posts`.execute(tx)
  return rows[0]?.posts ?? []
}

/** Refuses whoever may not import a roster. */
export async function assertMayImport(tx: Tx): Promise<void> {
  if (!(await looksAfter(tx, 'people'))) throw new Forbidden('people.import')
}

/** Refuses whoever does not keep the school's records of people. */
export async function assertKeepsPeople(tx: Tx): Promise<void> {
  if (!(await looksAfter(tx, 'people'))) throw new Forbidden('people.keep')
}
