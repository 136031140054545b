import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who and what duties are planned for at one school. */
export interface SchoolSubjects {
  readonly schoolId: string
  readonly classes: readonly { readonly id: string; readonly name: string }[]
  /** The posts that somebody holds, for this school or for all. */
  readonly held: ReadonlySet<string>
}

/** Every school with its classes of today and the posts that are held there: three queries. */
export async function readSubjects(tx: Tx, today: Temporal.PlainDate): Promise<SchoolSubjects[]> {
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
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id'])
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .execute()
  return schools.map(({ id }) => ({
    schoolId: id,
    classes: classes.filter((one) => one.school_id === id),
    held: new Set(posts.filter((one) => one.school_id === null || one.school_id === id).map((one) => one.post)),
  }))
}
