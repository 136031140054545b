import { sql } from 'kysely'
import type { Mode } from '#config/config.ts'
import { Halt } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'

/** An organisation as the program finds it before anybody has signed in. */
export interface KnownOrganisation {
  readonly organisationId: string
  readonly slug: string
  readonly name: string
  readonly sample: boolean
}

/** Every organisation of this database, through the definer function that lists no more than this. */
export async function knownOrganisations(db: Database): Promise<KnownOrganisation[]> {
  const { rows } = await sql<{
    organisation_id: string
    slug: string
    name: string
    sample: boolean
  }>`select * from app.list_organisations()`.execute(db.identity)
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    slug: row.slug,
    name: row.name,
    sample: row.sample,
  }))
}

/**
 * Keeps invented and real schools apart: the stamp is in the database, not in a setting.
 * @throws Halt when the database is of the other kind.
 */
export async function checkStamp(db: Database, mode: Mode): Promise<readonly KnownOrganisation[]> {
  const organisations = await knownOrganisations(db)
  if (mode === 'real' && organisations.some((one) => one.sample)) {
    throw new Halt(
      'This database holds the invented sample school: npm run serve needs another. Set KEPT_DATA (or KEPT_DATABASE_URL) to a new place.',
    )
  }
  if (mode === 'sample' && organisations.some((one) => !one.sample)) {
    throw new Halt(
      'This database holds a real school: start it with npm run serve. For the sample, set KEPT_DATA to a new place.',
    )
  }
  return organisations
}
