import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What tells the people of a case apart: the year and the class of a pupil, or what somebody is at the school. */
export async function aboutPeople(
  tx: Tx,
  people: readonly { readonly personId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people.flatMap((person) => person.personId ?? []))]
  if (ids.length === 0) return new Map()
  const { organisationId } = contextOf(tx).actor
  const memberships = await tx
    .selectFrom('app.person_membership')
    .select(['person_id', 'kind', 'year_group'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', ids)
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const classes = await tx
    .selectFrom('app.class_member as m')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'm.organisation_id').onRef('c.id', '=', 'm.class_id'),
    )
    .select(['m.person_id', 'c.name'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.person_id', 'in', ids)
    .where('m.until_on', 'is', null)
    .where('c.kind', '=', 'homeroom')
    .execute()
  const homes = new Map(classes.map((row) => [row.person_id, row.name]))
  return new Map(
    memberships.map((row) => {
      const year =
        row.kind === 'pupil' && row.year_group !== null && row.year_group > 0 ? `Year ${row.year_group}` : null
      const home = homes.get(row.person_id)
      return [
        row.person_id,
        [year ?? KINDS[row.kind] ?? row.kind, home].filter((word) => word !== undefined).join(', '),
      ]
    }),
  )
}

const KINDS: Readonly<Record<string, string>> = {
  pupil: 'Pupil',
  parent: 'Parent or carer',
  staff: 'Staff',
  governor: 'Governor',
  visitor: 'Visitor',
  volunteer: 'Volunteer',
}
