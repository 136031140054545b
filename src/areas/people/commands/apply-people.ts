import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CurrentPeople, ImportPlan, PersonFacts, PlannedMembership } from '../import/plan-types.ts'
import type { Progress } from './apply-import.ts'
import type { ImportIds } from './import-ids.ts'
import { endAll, insertAll } from './write-all.ts'

/** Writes the people who join, ends those who leave, and changes the rest. */
export async function applyPeople(
  tx: Tx,
  ids: ImportIds,
  plan: ImportPlan,
  current: CurrentPeople,
  progress: Progress,
): Promise<void> {
  await insertJoiners(tx, ids, plan, progress)
  await changeFields(tx, ids, plan, current, progress)
  await changeMemberships(tx, ids, plan)
  await endLeavers(tx, ids, plan)
}

async function insertJoiners(tx: Tx, ids: ImportIds, plan: ImportPlan, progress: Progress): Promise<void> {
  let done = 0
  for (const piece of batches(plan.joiners, 1000)) {
    await insertAll(
      tx,
      'app.person',
      piece.map((joiner) => personRow(ids, ids.person(joiner.sourcedId), joiner)),
    )
    const memberships = piece.flatMap((joiner) =>
      joiner.memberships.map((one) => membershipRow(ids, plan, ids.person(joiner.sourcedId), one)),
    )
    await insertAll(tx, 'app.person_membership', memberships)
    done += piece.length
    progress({ stage: 'joiners', done, of: plan.joiners.length })
  }
}

const membershipRow = (
  ids: ImportIds,
  plan: ImportPlan,
  personId: string,
  { school, kind, yearGroup }: PlannedMembership,
) => ({
  organisation_id: ids.organisationId,
  id: ids.fresh(),
  person_id: personId,
  school_id: ids.school(school),
  kind,
  year_group: yearGroup,
  from_on: plan.today,
})

const personRow = (ids: ImportIds, id: string, facts: PersonFacts & { readonly sourcedId: string | null }) => ({
  organisation_id: ids.organisationId,
  id,
  source_id: facts.sourcedId,
  given_name: facts.givenName,
  family_name: facts.familyName,
  preferred_name: facts.knownAs,
  email: facts.email,
  born_on: facts.bornOn,
  ended_on: null,
})

async function changeFields(
  tx: Tx,
  ids: ImportIds,
  plan: ImportPlan,
  current: CurrentPeople,
  progress: Progress,
): Promise<void> {
  const before = new Map(current.people.map((person) => [person.id, person]))
  const rows = plan.changes.flatMap(({ id, fields, returns }) => {
    const person = before.get(id)
    if (person === undefined || (fields.length === 0 && !returns)) return []
    return [personRow(ids, id, { ...person, ...Object.fromEntries(fields.map(({ field, to }) => [field, to])) })]
  })
  let done = 0
  for (const piece of batches(rows, 1000)) {
    // Each row is there already: inserting over it changes a thousand people with one statement.
    await tx
      .insertInto('app.person')
      .values(piece)
      .onConflict((on) =>
        on.columns(['organisation_id', 'id']).doUpdateSet((eb) => ({
          source_id: eb.ref('excluded.source_id'),
          given_name: eb.ref('excluded.given_name'),
          family_name: eb.ref('excluded.family_name'),
          preferred_name: eb.ref('excluded.preferred_name'),
          email: eb.ref('excluded.email'),
          born_on: eb.ref('excluded.born_on'),
          ended_on: eb.ref('excluded.ended_on'),
        })),
      )
      .execute()
    done += piece.length
    progress({ stage: 'changes', done, of: rows.length })
  }
}

async function changeMemberships(tx: Tx, ids: ImportIds, plan: ImportPlan): Promise<void> {
  const added = plan.changes.flatMap(({ id, memberships }) =>
    memberships.add.map((one) => membershipRow(ids, plan, id, one)),
  )
  await insertAll(tx, 'app.person_membership', added)
  const over = plan.changes.flatMap(({ memberships }) => memberships.end.map(({ id }) => id))
  await endAll(tx, ids.organisationId, 'app.person_membership', over, plan.today)
  // A whole school moves up in September: one statement for each year group, not one for each pupil.
  const years = Map.groupBy(
    plan.changes.flatMap(({ memberships }) => memberships.change),
    ({ to }) => to,
  )
  for (const [year_group, moved] of years) {
    for (const piece of batches(moved)) {
      await tx
        .updateTable('app.person_membership')
        .set({ year_group })
        .where('organisation_id', '=', ids.organisationId)
        .where(
          'id',
          'in',
          piece.map(({ id }) => id),
        )
        .execute()
    }
  }
}

async function endLeavers(tx: Tx, ids: ImportIds, plan: ImportPlan): Promise<void> {
  for (const piece of batches(plan.leavers.map(({ id }) => id))) {
    await tx
      .updateTable('app.person')
      .set({ ended_on: plan.today })
      .where('organisation_id', '=', ids.organisationId)
      .where('id', 'in', piece)
      .execute()
    for (const table of ['app.person_membership', 'app.post_holder'] as const) {
      await tx
        .updateTable(table)
        .set((eb) => ({
          until_on: eb.fn<string>('greatest', [eb.ref('from_on'), eb.cast<string>(eb.val(plan.today), 'date')]),
        }))
        .where('organisation_id', '=', ids.organisationId)
        .where('person_id', 'in', piece)
        .where('until_on', 'is', null)
        .execute()
    }
  }
}
