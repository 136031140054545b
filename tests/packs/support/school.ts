import { planDuties } from '#areas/duties/index.ts'
import { appoint } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

/** A school that runs by one of the policies, and ways to people it. */
export interface ScenarioSchool {
  readonly organisation: GivenOrganisation
  /** A member of staff with these posts. */
  staff(name: string, ...posts: readonly string[]): Promise<PersonActor>
  governor(name: string, ...posts: readonly string[]): Promise<PersonActor>
  visitor(name: string): Promise<PersonActor>
  pupil(name: string, yearGroup: number): Promise<PersonActor>
  /** A parent of these children, who may sign for them. */
  parent(name: string, ...children: readonly PersonActor[]): Promise<PersonActor>
  /** Another school of the same organisation. */
  another(name: string): Promise<ScenarioSchool>
  knows(person: PersonActor, facts: Readonly<Record<string, boolean | number | string>>): Promise<void>
  /** Gives posts to somebody at this school alone. */
  appoints(person: PersonActor, ...posts: readonly string[]): Promise<PersonActor>
  /** A term of the school. */
  term(startsOn: string, endsOn: string): Promise<void>
  /** Plans every duty that has a date. */
  plans(): Promise<void>
}

/** Founds a school and publishes a policy for it. */
export async function givenSchoolUnder(t: TestDatabase, policy: string): Promise<ScenarioSchool> {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation, policy)
  return schoolOf(t, organisation)
}

function schoolOf(t: TestDatabase, organisation: GivenOrganisation): ScenarioSchool {
  const { organisationId: organisation_id, schoolId: school_id } = organisation
  const system = systemActor(organisation_id, 'tests')
  return {
    organisation,
    staff: (name, ...posts) => givenPerson(t, organisation, { kind: 'staff', name, posts }),
    governor: (name, ...posts) => givenPerson(t, organisation, { kind: 'governor', name, posts }),
    visitor: (name) => givenPerson(t, organisation, { kind: 'visitor', name }),
    pupil: (name, yearGroup) => givenPerson(t, organisation, { kind: 'pupil', name, yearGroup }),
    parent: async (name, ...children) => {
      const parent = await givenPerson(t, organisation, { kind: 'parent', name })
      for (const child of children) await givenFamily(t, parent, child)
      return parent
    },
    another: async (name) => {
      const id = newId()
      await t.as(system, (tx) => tx.insertInto('app.school').values({ organisation_id, id, name }).execute())
      return schoolOf(t, { ...organisation, schoolId: id })
    },
    appoints: async (person, ...posts) => {
      const fromOn = Temporal.PlainDate.from('2026-09-01')
      for (const post of posts)
        await t.as(system, (tx) =>
          appoint(tx, system, { post, personId: person.personId, schoolId: school_id, fromOn }),
        )
      return person
    },
    knows: async (person, facts) => {
      await t.as(system, (tx) =>
        tx
          .updateTable('app.person')
          .set({ facts: JSON.stringify(facts) })
          .where('organisation_id', '=', organisation_id)
          .where('id', '=', person.personId)
          .execute(),
      )
    },
    term: async (starts_on, ends_on) => {
      await t.as(system, (tx) =>
        tx
          .insertInto('app.term')
          .values({ organisation_id, id: newId(), school_id, title: 'This term', starts_on, ends_on, days_off: '[]' })
          .execute(),
      )
    },
    plans: async () => void (await t.as(system, (tx) => planDuties(tx, system))),
  }
}
