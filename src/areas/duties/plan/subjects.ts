import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who and what duties are planned for at one school, or at all of them together. */
export interface SchoolSubjects {
  /** Null: all schools together. */
  readonly schoolId: string | null
  /** What its rounds are counted for: the school, or the whole organisation. */
  readonly id: string
  /** The sites that stand first in this school. */
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly classes: readonly { readonly id: string; readonly name: string }[]
  /** The posts that somebody holds, for this school or for all. */
  readonly held: ReadonlySet<string>
}

/** Every school with its sites, its classes of today and the posts that are held there; then all together: four queries. */
export async function readSubjects(
  tx: Tx,
  today: Temporal.PlainDate,
): Promise<{ schools: (SchoolSubjects & { readonly schoolId: string })[]; whole: SchoolSubjects }> {
  const { organisationId } = contextOf(tx).actor
  const schools = await tx
    .selectFrom('app.school')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  const classes = await tx
    .selectFrom('app.class')
    .select(['id', 'name', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'homeroom')
    .where('from_on', '<=', today.toString())
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', today.toString())]))
    .orderBy('name')
    .execute()
  const sites = await tx
    .selectFrom('app.site')
    .select(['id', 'name', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .execute()
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id'])
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .execute()
  const at = schools.map(({ id }) => ({
    schoolId: id,
    id,
    sites: sites.filter((one) => one.school_id === id),
    classes: classes.filter((one) => one.school_id === id),
    held: new Set(posts.filter((one) => one.school_id === null || one.school_id === id).map((one) => one.post)),
  }))
  const held = new Set(posts.map((one) => one.post))
  return { schools: at, whole: { schoolId: null, id: organisationId, sites: [], classes: [], held } }
}
