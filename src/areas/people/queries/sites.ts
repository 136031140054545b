import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { readSchools } from './schools.ts'

/** The schools that a site belongs to, the one that it stands in first. */
export async function schoolsOfSite(tx: Tx, siteId: string): Promise<string[]> {
  const { organisationId } = contextOf(tx).actor
  const site = await tx
    .selectFrom('app.site')
    .select('school_id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow(() => new NotFound('site.missing'))
  const further = await tx
    .selectFrom('app.site_school')
    .select('school_id')
    .where('organisation_id', '=', organisationId)
    .where('site_id', '=', siteId)
    .orderBy('school_id')
    .execute()
  return [site.school_id, ...further.map((one) => one.school_id).filter((id) => id !== site.school_id)]
}

/** The names of all sites, and of the schools to which no site belongs. */
export async function readSites(tx: Tx): Promise<{ sites: string[]; without: string[] }> {
  const { organisationId } = contextOf(tx).actor
  const sites = await tx
    .selectFrom('app.site')
    .select(['name', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  const further = await tx
    .selectFrom('app.site_school')
    .select('school_id')
    .where('organisation_id', '=', organisationId)
    .execute()
  const held = new Set([...sites, ...further].map((one) => one.school_id))
  const schools = await readSchools(tx)
  return {
    sites: sites.map((one) => one.name),
    without: schools.filter((school) => !held.has(school.id)).map((school) => school.name),
  }
}
