import { sql } from 'kysely'
import { folded } from '#core/fold.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { PersonLine } from '../people-lines.ts'
import { MOST_FOUND } from '../people-lines.ts'

/** The people of the organisation whose name holds all of these words, in the order of their family names. */
export async function findPeople(tx: Tx, words: string): Promise<PersonLine[]> {
  const parts = folded(words)
    .split(/\s+/)
    .filter((part) => part !== '')
  if (parts.length === 0) return []
  const rows = await tx
    .selectFrom('app.person as p')
    .innerJoin('app.person_membership as m', (join) =>
      join.onRef('m.organisation_id', '=', 'p.organisation_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select((eb) => [
      'p.id',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
      sql<string[]>`array_agg(distinct m.kind)`.as('kinds'),
      eb.fn.max('m.year_group').as('year'),
    ])
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.until_on', 'is', null)
    .where((eb) => eb.and(parts.map((part) => eb(NAMES, 'like', `%${escaped(part)}%`))))
    .groupBy(['p.organisation_id', 'p.id'])
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .orderBy('p.id')
    .limit(MOST_FOUND)
    .execute()
  return rows
}

const NAMES = sql<string>`app.folded_names(p.given_name, p.preferred_name, p.family_name)`
const escaped = (part: string): string => part.replaceAll(/[\\%_]/g, '\\$&')
