import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'

/** An organisation as somebody who has not signed in may know it. */
export interface PublicOrganisation {
  readonly organisationId: string
  readonly slug: string
  readonly name: string
}

/** The organisations of this installation. */
export async function organisations(db: Database): Promise<PublicOrganisation[]> {
  const { rows } = await sql<{
    organisation_id: string
    slug: string
    name: string
  }>`select organisation_id, slug, name from app.list_organisations()`.execute(db.identity)
  return rows.map((row) => ({ organisationId: row.organisation_id, slug: row.slug, name: row.name }))
}

/** The organisation of an installation that has one, as the sample does. */
export async function theOrganisation(db: Database): Promise<PublicOrganisation> {
  const [first] = await organisations(db)
  if (first === undefined) throw new NotFound('organisation.none')
  return first
}
