import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A person as pages and letters name them. */
export interface Named {
  readonly id: string
  /** What they are called by. */
  readonly given: string
  readonly name: string
  readonly email: string | null
}

/** The people with these ids whom the actor may know. */
export async function readPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.person')
    .select(['id', 'given_name', 'family_name', 'preferred_name', 'email'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, nameOf(row)]))
}

interface PersonRow {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly preferred_name: string | null
  readonly email: string | null
}

function nameOf(row: PersonRow): Named {
  const given = row.preferred_name || row.given_name || row.family_name
  return {
    id: row.id,
    given,
    name: `${given} ${given === row.family_name ? '' : row.family_name}`.trim(),
    email: row.email,
  }
}
