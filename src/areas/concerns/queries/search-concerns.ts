import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const MOST_FOUND = 2000

/** What a search came to: the newest that match, and whether they are only spelt like what was asked for. */
export interface FoundConcerns {
  readonly ids: readonly string[]
  readonly alike: boolean
  /** There was more than a search goes through: these are among the newest. */
  readonly more: boolean
}

/**
 * The concerns with these words in what was told, in their messages or in their notes, among those that this person may see.
 * Where none has them as they are typed, those that are spelt alike: decided by what this person may see.
 */
export async function searchConcerns(tx: Tx, words: string): Promise<FoundConcerns> {
  const exact = await pick(tx, words, false)
  if (exact.ids.length > 0) return { ...exact, alike: false }
  const alike = await pick(tx, words, true)
  return { ids: alike.ids, alike: alike.ids.length > 0, more: exact.more || alike.more }
}

async function pick(
  tx: Tx,
  words: string,
  alike: boolean,
): Promise<{ readonly ids: string[]; readonly more: boolean }> {
  const { rows: found } = await sql<{ id: string | null }>`
    select id from app.find_concerns(${words}, ${alike}, ${MOST_FOUND}) as id`.execute(tx)
  const ids = found.flatMap(({ id }) => id ?? [])

  const rows = await tx
    .selectFrom('app.concern as c')
    .select('c.id')
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(sql<boolean>`c.id = any (${ids}::uuid[])`)
    .execute()
  return { ids: rows.map((row) => row.id), more: found.some(({ id }) => id === null) }
}
