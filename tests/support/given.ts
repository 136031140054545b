import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { openChains } from '#platform/ledger/open-chains.ts'
import type { TestDatabase } from './database.ts'

type MembershipKind = 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor'

export interface GivenOrganisation {
  readonly organisationId: string
  readonly schoolId: string
  readonly slug: string
}

/** A fresh organisation with one school. */
export async function givenOrganisation(t: TestDatabase, name = 'Larkbeck School'): Promise<GivenOrganisation> {
  const organisationId = newId()
  const schoolId = newId()
  const slug = `o-${organisationId.slice(-12)}`
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    await tx.insertInto('app.organisation').values({ organisation_id: organisationId, slug, name }).execute()
    await openChains(tx, organisationId)
    await tx.insertInto('app.school').values({ organisation_id: organisationId, id: schoolId, name }).execute()
  })
  return { organisationId, schoolId, slug }
}

/** A person of one kind at the organisation's school, with the posts they hold, as the actor that their session would make. */
export async function givenPerson(
  t: TestDatabase,
  organisation: GivenOrganisation,
  options: {
    kind: MembershipKind
    name?: string
    posts?: readonly string[]
    yearGroup?: number
    email?: string
  },
): Promise<PersonActor> {
  const { organisationId, schoolId } = organisation
  const personId = newId()
  const [given = 'Sam', family = 'Example'] = (options.name ?? '').split(' ').filter((part) => part !== '')
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    await tx
      .insertInto('app.person')
      .values({
        organisation_id: organisationId,
        id: personId,
        given_name: given,
        family_name: family,
        email: options.email ?? null,
      })
      .execute()
    await tx
      .insertInto('app.person_membership')
      .values({
        organisation_id: organisationId,
        id: newId(),
        person_id: personId,
        school_id: schoolId,
        kind: options.kind,
        year_group: options.yearGroup ?? null,
        from_on: '2026-09-01',
      })
      .execute()
    for (const post of options.posts ?? []) {
      await tx
        .insertInto('app.post_holder')
        .values({ organisation_id: organisationId, id: newId(), post, person_id: personId, from_on: '2026-09-01' })
        .execute()
    }
  })
  return { kind: 'person', organisationId, personId, audience: options.kind }
}

/** Ties a child to an adult who may act for them. */
export async function givenFamily(
  t: TestDatabase,
  adult: PersonActor,
  child: PersonActor,
  maySign = true,
): Promise<void> {
  await t.as(systemActor(adult.organisationId, 'tests'), (tx) =>
    tx
      .insertInto('app.family_link')
      .values({
        organisation_id: adult.organisationId,
        id: newId(),
        adult_id: adult.personId,
        child_id: child.personId,
        may_sign: maySign,
        from_on: '2026-09-01',
      })
      .execute(),
  )
}

/** A class of the organisation's school with one teacher and these pupils. */
export async function givenClass(
  t: TestDatabase,
  organisation: GivenOrganisation,
  teacher: PersonActor,
  pupils: readonly PersonActor[],
): Promise<string> {
  const { organisationId: organisation_id, schoolId: school_id } = organisation
  const id = newId()
  await t.as(systemActor(organisation_id, 'tests'), async (tx) => {
    await tx
      .insertInto('app.class')
      .values({
        organisation_id,
        id,
        school_id,
        name: '4B',
        kind: 'homeroom',
        school_year: 2026,
        from_on: '2026-09-01',
      })
      .execute()
    const members = [
      { person_id: teacher.personId, part: 'teacher' },
      ...pupils.map((pupil) => ({ person_id: pupil.personId, part: 'pupil' })),
    ]
    await tx
      .insertInto('app.class_member')
      .values(members.map((one) => ({ organisation_id, id: newId(), class_id: id, from_on: '2026-09-01', ...one })))
      .execute()
  })
  return id
}
