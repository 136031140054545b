import type { KnownPerson } from '#areas/people/index.ts'
import { personFacts } from '#areas/people/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A class of today; its years are those of its pupils, and left out when none of them has one. */
export interface ClassSubject {
  readonly id: string
  readonly name: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Who and what duties are planned for at one school, or at all of them together. */
export interface SchoolSubjects {
  /** Null: all schools together. */
  readonly schoolId: string | null
  readonly today: Temporal.PlainDate
  /** What its rounds are counted for: the school, or the whole organisation. */
  readonly id: string
  /** The sites that stand first in this school. */
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly classes: readonly ClassSubject[]
  /** The posts that somebody holds, for this school or for all. */
  readonly held: ReadonlySet<string>
  /** Who holds each of them. */
  readonly holders: ReadonlyMap<string, readonly string[]>
  /** The staff and governors who belong here today. */
  readonly people: readonly KnownPerson[]
}

/** Every school with its sites, its classes of today and the posts that are held there; then all together. */
export async function readSubjects(
  tx: Tx,
  today: Temporal.PlainDate,
): Promise<{ schools: (SchoolSubjects & { readonly schoolId: string })[]; whole: SchoolSubjects }> {
  const { organisationId } = contextOf(tx).actor
  const { schools, classes, sites, posts } = await readPlaces(tx, today)
  const years = await yearsOfClasses(tx)
  const people = [...(await personFacts(tx)).values()].filter(({ kinds }) =>
    kinds.some(({ kind, until }) => (kind === 'staff' || kind === 'governor') && until === null),
  )
  const holdersOf = (some: typeof posts) =>
    new Map(
      [...Map.groupBy(some, (one) => one.post)].map(([post, all]) => [
        post,
        [...new Set(all.map((one) => one.person_id))],
      ]),
    )
  const at = schools.map(({ id }) => ({
    schoolId: id,
    today,
    id,
    holders: holdersOf(posts.filter((one) => one.school_id === null || one.school_id === id)),
    people: people.filter((one) => one.schoolId === id),
    sites: sites.filter((one) => one.school_id === id),
    classes: classes
      .filter((one) => one.school_id === id)
      .map((one) => ({ id: one.id, name: one.name, facts: { id: one.id, name: one.name, ...years.get(one.id) } })),
    held: new Set(posts.filter((one) => one.school_id === null || one.school_id === id).map((one) => one.post)),
  }))
  const held = new Set(posts.map((one) => one.post))
  const whole = {
    schoolId: null,
    today,
    id: organisationId,
    sites: [],
    classes: [],
    held,
    holders: holdersOf(posts),
    people: [],
  }
  return { schools: at, whole }
}

// Each in a total order: what is planned must not hang on how the database reads.
async function readPlaces(tx: Tx, today: Temporal.PlainDate) {
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
    .orderBy('id')
    .execute()
  const sites = await tx
    .selectFrom('app.site')
    .select(['id', 'name', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id', 'person_id'])
    .orderBy('person_id')
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .execute()
  return { schools, classes, sites, posts }
}

/** The lowest and highest school year of the pupils of each class, as expressions know them. */
async function yearsOfClasses(tx: Tx): Promise<Map<string, { youngest_year: number; oldest_year: number }>> {
  const rows = await tx
    .selectFrom('app.class_member as c')
    .innerJoin('app.person_membership as m', (join) =>
      join.onRef('m.organisation_id', '=', 'c.organisation_id').onRef('m.person_id', '=', 'c.person_id'),
    )
    .select((eb) => [
      'c.class_id',
      eb.fn.min<number | null>('m.year_group').as('youngest'),
      eb.fn.max<number | null>('m.year_group').as('oldest'),
    ])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.part', '=', 'pupil')
    .where('c.until_on', 'is', null)
    .where('m.kind', '=', 'pupil')
    .where('m.until_on', 'is', null)
    .groupBy('c.class_id')
    .execute()
  return new Map(
    rows.flatMap(({ class_id, youngest, oldest }) =>
      youngest === null || oldest === null ? [] : [[class_id, { youngest_year: youngest, oldest_year: oldest }]],
    ),
  )
}
