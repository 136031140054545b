import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Those whom a pack names by a word in a case: who opened it, the class teachers and the parents of its pupils. */
export async function peopleByWord(tx: Tx, recordId: string): Promise<Holders> {
  const organisationId = contextOf(tx).actor.organisationId
  const opened = await tx
    .selectFrom('app.record')
    .select('opened_by')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', recordId)
    .executeTakeFirst()
  const people = await tx
    .selectFrom('app.record_person')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('id')
    .execute()
  const ids = people.flatMap((one) => one.person_id ?? [])
  return {
    opener: opened?.opened_by == null ? [] : [opened.opened_by],
    class_teachers: await teachersOf(tx, ids),
    parents: await parentsOf(tx, ids),
  }
}

/** The teachers of the classes in which these pupils are now. */
export async function teachersOf(tx: Tx, pupils: readonly string[]): Promise<string[]> {
  if (pupils.length === 0) return []
  const rows = await tx
    .selectFrom('app.class_member as p')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.class_id'),
    )
    .innerJoin('app.class_member as t', (join) =>
      join.onRef('t.organisation_id', '=', 'p.organisation_id').onRef('t.class_id', '=', 'p.class_id'),
    )
    .select('t.person_id')
    .distinct()
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('p.person_id', 'in', [...pupils])
    .where('p.part', '=', 'pupil')
    .where('p.until_on', 'is', null)
    .where('c.kind', '=', 'homeroom')
    .where('t.part', '=', 'teacher')
    .where('t.until_on', 'is', null)
    .orderBy('t.person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

async function parentsOf(tx: Tx, children: readonly string[]): Promise<string[]> {
  if (children.length === 0) return []
  const rows = await tx
    .selectFrom('app.family_link')
    .select('adult_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('child_id', 'in', [...children])
    .where('may_sign', '=', true)
    .where('until_on', 'is', null)
    .orderBy('adult_id')
    .execute()
  return rows.map((row) => row.adult_id)
}
