import { holdersAt } from '#areas/notices/index.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Those whom a line of sight may mean in one record. */
export interface SeenBy {
  /** By `party/<post>`: who holds the post at the record's school. */
  readonly posts: Holders
  /** By pupil of the record: the teachers of the class that is their home. */
  readonly teachers: ReadonlyMap<string, readonly string[]>
  /** By pupil of the record: those who may act for them. */
  readonly parents: ReadonlyMap<string, readonly string[]>
}

/** Those whom these lines of sight may mean in a record: what none of them names is not read. */
export async function seenBy(
  tx: Tx,
  schoolId: string,
  people: readonly { readonly personId: string }[],
  lines: readonly { readonly who: string }[],
): Promise<SeenBy> {
  const ids = people.map((one) => one.personId)
  const names = (who: string) => lines.some((line) => line.who === who)
  return {
    posts: lines.some(({ who }) => who.startsWith('party/')) ? await holdersAt(tx, schoolId) : {},
    teachers: await homeTeachers(tx, names('class_teachers') ? ids : []),
    parents: await parentsOf(tx, names('parents') ? ids : []),
  }
}

/** The teachers of the classes in which these pupils are at home now, by pupil. */
export async function homeTeachers(tx: Tx, pupils: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (pupils.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.class_member as p')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.class_id'),
    )
    .innerJoin('app.class_member as t', (join) =>
      join.onRef('t.organisation_id', '=', 'p.organisation_id').onRef('t.class_id', '=', 'p.class_id'),
    )
    .select(['p.person_id as pupil', 't.person_id as teacher'])
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('p.person_id', 'in', [...new Set(pupils)])
    .where('p.part', '=', 'pupil')
    .where('p.until_on', 'is', null)
    .where('c.kind', '=', 'homeroom')
    .where('c.until_on', 'is', null)
    .where('t.part', '=', 'teacher')
    .where('t.until_on', 'is', null)
    .orderBy('t.id')
    .execute()
  return grouped(rows.map((row) => [row.pupil, row.teacher]))
}

/** Those who may act for these children now, by child. */
export async function parentsOf(tx: Tx, children: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (children.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.family_link')
    .select(['child_id', 'adult_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('child_id', 'in', [...new Set(children)])
    .where('may_sign', '=', true)
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
  return grouped(rows.map((row) => [row.child_id, row.adult_id]))
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const known = found.get(key) ?? []
    if (!known.includes(value)) found.set(key, [...known, value])
  }
  return found
}
