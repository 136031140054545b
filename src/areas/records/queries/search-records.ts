import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What a search came to: the newest that match, and whether they are only spelt like what was asked for. */
export interface Found {
  readonly ids: readonly string[]
  readonly alike: boolean
  /** There was more than a search goes through: these are among the newest. */
  readonly more: boolean
}

const MOST_FOUND = 2000

/**
 * The records of a kind with these words, among those that this person may read. Somebody who may know of a record only that
 * it exists finds it by its number, and by nothing that stands in it. Where nothing has the words as they are typed, what is
 * spelt like them is found: decided by what this person may read, so that nothing else shows in the answer.
 */
export async function searchRecords(tx: Tx, kind: string, words: string): Promise<Found> {
  const exact = await pick(tx, kind, words, false)
  if (exact.ids.length > 0) return { ...exact, alike: false }
  const alike = await pick(tx, kind, words, true)
  return { ids: alike.ids, alike: alike.ids.length > 0, more: exact.more || alike.more }
}

async function pick(
  tx: Tx,
  kind: string,
  words: string,
  alike: boolean,
): Promise<{ readonly ids: string[]; readonly more: boolean }> {
  const { rows: found } = await sql<{ id: string | null }>`
    select id from app.find_records(${kind}, ${words}, ${alike}, ${MOST_FOUND}) as id`.execute(tx)
  const ids = found.flatMap(({ id }) => id ?? [])

  const rows = await tx
    .selectFrom('app.record as r')
    .select('r.id')
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(sql<boolean>`r.id = any (${ids}::uuid[])`)
    .where(({ or, exists, selectFrom, eb }) =>
      or([
        eb('r.reference', '=', words.toUpperCase()),
        exists(
          selectFrom('app.record_detail as d')
            .select('d.record_id')
            .whereRef('d.organisation_id', '=', 'r.organisation_id')
            .whereRef('d.record_id', '=', 'r.id'),
        ),
      ]),
    )
    .execute()
  return { ids: rows.map((row) => row.id), more: found.some(({ id }) => id === null) }
}
