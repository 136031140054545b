import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import type { Progress } from './apply-import.ts'
import type { ImportIds } from './import-ids.ts'
import { endAll, insertAll } from './write-all.ts'

/** Writes new schools, and gives those that are here the name and id that the roster has for them. */
export async function applySchools(tx: Tx, ids: ImportIds, { schools }: ImportPlan): Promise<void> {
  const added = schools.add.map(({ sourcedId, name }) => ({
    organisation_id: ids.organisationId,
    id: ids.school({ sourcedId }),
    source_id: sourcedId,
    name,
  }))
  await insertAll(tx, 'app.school', added)
  for (const { id, to, sourcedId } of schools.change) {
    await tx
      .updateTable('app.school')
      .set({ name: to, source_id: sourcedId })
      .where('organisation_id', '=', ids.organisationId)
      .where('id', '=', id)
      .execute()
  }
}

/** Ties families together and parts them. */
export async function applyFamilies(tx: Tx, ids: ImportIds, { families, today }: ImportPlan): Promise<void> {
  await endAll(
    tx,
    ids.organisationId,
    'app.family_link',
    families.end.map(({ id }) => id),
    today,
  )
  const rows = families.add.map(({ adult, child, relationship, maySign }) => ({
    organisation_id: ids.organisationId,
    id: ids.fresh(),
    adult_id: ids.person(adult),
    child_id: ids.person(child),
    relationship,
    may_sign: maySign,
    from_on: today,
  }))
  for (const piece of batches(rows)) {
    await tx
      .insertInto('app.family_link')
      .values(piece)
      // Parted and tied again on one day: the first link goes on.
      .onConflict((on) =>
        on.columns(['organisation_id', 'adult_id', 'child_id', 'from_on']).doUpdateSet({ until_on: null }),
      )
      .execute()
  }
}

/** Writes, renames and ends classes, and moves people into and out of them. */
export async function applyClasses(tx: Tx, ids: ImportIds, plan: ImportPlan, progress: Progress): Promise<void> {
  const { classes, classMembers, today } = plan
  await insertAll(
    tx,
    'app.class',
    classes.add.map(({ sourcedId, name, school, tutorGroup, schoolYear }) => ({
      organisation_id: ids.organisationId,
      id: ids.class(sourcedId),
      source_id: sourcedId,
      school_id: ids.school(school),
      name,
      kind: tutorGroup ? 'homeroom' : 'scheduled',
      school_year: schoolYear,
      from_on: today,
    })),
  )
  for (const { id, to, returns } of classes.change) {
    await tx
      .updateTable('app.class')
      .set(returns ? { name: to, until_on: null } : { name: to })
      .where('organisation_id', '=', ids.organisationId)
      .where('id', '=', id)
      .execute()
  }
  await endAll(
    tx,
    ids.organisationId,
    'app.class_member',
    classMembers.end.map(({ id }) => id),
    today,
  )
  await endAll(
    tx,
    ids.organisationId,
    'app.class',
    classes.end.map(({ id }) => id),
    today,
  )
  let done = 0
  for (const piece of batches(classMembers.add, 5000)) {
    const rows = piece.map(({ class: group, person, part }) => ({
      organisation_id: ids.organisationId,
      id: ids.fresh(),
      class_id: ids.class(group),
      person_id: ids.person(person),
      part,
      from_on: today,
    }))
    await insertAll(tx, 'app.class_member', rows)
    done += piece.length
    progress({ stage: 'class members', done, of: classMembers.add.length })
  }
}
