import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CurrentMembership, CurrentPeople, CurrentPerson } from '../import/plan-types.ts'
import type { ClassRole, PersonKind } from '../import/types.ts'

/** Everybody of the organisation with what they belong to at present, for holding a roster against. */
export async function currentPeople(tx: Tx, actor: Actor): Promise<CurrentPeople> {
  const { organisationId } = actor
  const schools = await tx
    .selectFrom('app.school')
    .select(['id', 'source_id as sourcedId', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  const people = await readPeople(tx, organisationId)
  const families = await tx
    .selectFrom('app.family_link')
    .select(['id', 'adult_id as adult', 'child_id as child'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
  const classes = await tx
    .selectFrom('app.class')
    .select(['id', 'source_id as sourcedId', 'school_id as school', 'name', 'until_on'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  const classMembers = await tx
    .selectFrom('app.class_member')
    .select(['id', 'class_id as class', 'person_id as person', 'part'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
  return {
    schools,
    people,
    families,
    classes: classes.map(({ until_on, ...group }) => ({ ...group, ended: until_on !== null })),
    classMembers: classMembers.map(({ part, ...member }) => ({ ...member, part: part as ClassRole })),
  }
}

async function readPeople(tx: Tx, organisationId: string): Promise<CurrentPerson[]> {
  const people = await tx
    .selectFrom('app.person')
    .select(['id', 'source_id', 'given_name', 'family_name', 'preferred_name', 'email', 'born_on', 'ended_on'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  const memberships = await readMemberships(tx, organisationId)
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['person_id', 'post'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .orderBy('post')
    .orderBy('id')
    .execute()
  const postsOf = Map.groupBy(posts, ({ person_id }) => person_id)
  return people.map((person) => ({
    id: person.id,
    sourcedId: person.source_id,
    givenName: person.given_name,
    familyName: person.family_name,
    knownAs: person.preferred_name,
    email: person.email,
    bornOn: person.born_on,
    ended: person.ended_on !== null,
    memberships: memberships.get(person.id) ?? [],
    posts: (postsOf.get(person.id) ?? []).map(({ post }) => post),
  }))
}

async function readMemberships(tx: Tx, organisationId: string): Promise<Map<string, CurrentMembership[]>> {
  const rows = await tx
    .selectFrom('app.person_membership')
    .select(['id', 'person_id', 'school_id', 'kind', 'year_group'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
  const byPerson = new Map<string, CurrentMembership[]>()
  for (const { id, person_id, school_id: school, kind, year_group: yearGroup } of rows) {
    const held = byPerson.get(person_id) ?? []
    // The table's check keeps the kind to the words that we know.
    held.push({ id, school, kind: kind as PersonKind, yearGroup })
    byPerson.set(person_id, held)
  }
  return byPerson
}
