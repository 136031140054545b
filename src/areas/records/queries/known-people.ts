import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Somebody of the school as a list offers them: the words tell two people of the same name apart. */
export interface KnownPerson {
  readonly id: string
  readonly words: string
}

const MOST = 3000

/**
 * The people of a school, or of several, whom the person who acts may know, by name; what they are stands behind it, and of
 * several schools which is theirs.
 */
export async function knownPeople(tx: Tx, schools: string | readonly string[]): Promise<KnownPerson[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const ids = [schools].flat()
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('app.person as p')
    .innerJoin('app.person_membership as m', (join) =>
      join.onRef('m.organisation_id', '=', 'p.organisation_id').onRef('m.person_id', '=', 'p.id'),
    )
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'm.organisation_id').onRef('s.id', '=', 'm.school_id'),
    )
    .select([
      'p.id',
      's.name as school',
      'm.kind',
      'm.year_group',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
    ])
    .where('p.organisation_id', '=', organisationId)
    .where('m.school_id', 'in', ids)
    .where('m.until_on', 'is', null)
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .orderBy('p.id')
    .orderBy('m.id')
    .limit(MOST * ids.length)
    .execute()
  const about = (row: (typeof rows)[number]) =>
    row.kind === 'pupil'
      ? row.year_group === null
        ? 'pupil'
        : row.year_group < 1
          ? 'Early Years'
          : `Year ${row.year_group}`
      : row.kind
  const at = (row: (typeof rows)[number]) => (ids.length === 1 ? '' : `, ${row.school}`)
  const words = rows.map((row) => ({ id: row.id, words: `${row.name}, ${about(row)}${at(row)}` }))
  const seen = new Map<string, number>()
  // Two of the same name in the same year: a number keeps each choosable.
  return words.map((one) => {
    const times = (seen.get(one.words) ?? 0) + 1
    seen.set(one.words, times)
    return times === 1 ? one : { ...one, words: `${one.words} (${times})` }
  })
}
