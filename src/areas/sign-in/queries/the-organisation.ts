import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'

/** The organisation of an installation that has one; with several, the address has to say which. */
export async function theOrganisation(db: Database): Promise<{ organisationId: string; slug: string; name: string }> {
  const { rows } = await sql<{
    organisation_id: string
    slug: string
    name: string
  }>`select organisation_id, slug, name from app.list_organisations()`.execute(db.identity)
  const [first] = rows
  if (first === undefined) throw new NotFound('organisation.none')
  return { organisationId: first.organisation_id, slug: first.slug, name: first.name }
}
