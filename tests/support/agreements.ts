import { issueAgreements } from '#areas/assents/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'
import type { GivenOrganisation } from './given.ts'
import { givenFamily, givenOrganisation, givenPerson } from './given.ts'
import { givenPolicy } from './policy.ts'

/** A school on signing day: two families, a parent without the right to sign, and everybody asked. */
export async function givenSchool(t: TestDatabase, pack?: string) {
  const organisation = await givenOrganisation(t)
  const policy = await givenPolicy(t, organisation, pack)
  const lead = await givenPerson(t, organisation, {
    kind: 'staff',
    name: 'Priya Raman',
    posts: ['online_safety_lead'],
  })
  const office = await givenPerson(t, organisation, { kind: 'staff', name: 'Olu Adeyemi', posts: ['school_office'] })
  const kofi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kofi Mensah', yearGroup: 5 })
  const esi = await givenPerson(t, organisation, { kind: 'pupil', name: 'Esi Mensah', yearGroup: 9 })
  const mother = await givenPerson(t, organisation, { kind: 'parent', name: 'Abena Mensah' })
  const father = await givenPerson(t, organisation, { kind: 'parent', name: 'Kwame Mensah' })
  const aunt = await givenPerson(t, organisation, { kind: 'parent', name: 'Efua Boateng' })
  for (const child of [kofi, esi]) {
    await givenFamily(t, mother, child)
    await givenFamily(t, father, child)
    await givenFamily(t, aunt, child, false)
  }
  const stranger = await givenPerson(t, organisation, { kind: 'parent', name: 'Lin Zhou' })
  const other = await givenPerson(t, organisation, { kind: 'pupil', name: 'Mei Zhou', yearGroup: 4 })
  await givenFamily(t, stranger, other)
  return { organisation, policy, lead, office, kofi, esi, mother, father, aunt, stranger, other }
}

export type GivenSchool = Awaited<ReturnType<typeof givenSchool>>

/** Asks everybody in the organisation, as the software does. */
export const issueIn = (t: TestDatabase, organisation: GivenOrganisation, input = {}) => {
  const system = systemActor(organisation.organisationId, 'tests')
  return t.as(system, (tx) => issueAgreements(tx, system, input))
}

/** The id of the live asking of an assent about somebody. */
export async function requestOf(t: TestDatabase, about: PersonActor, assent: string): Promise<string> {
  const rows = await t.peek<{ id: string }>(
    `select id from app.assent_request where about_id = $1 and assent = $2 and state not in ('ended', 'superseded')`,
    [about.personId, assent],
  )
  return rows[0]?.id ?? ''
}

/** The state of an asking as it is stored. */
export async function stateOf(t: TestDatabase, requestId: string): Promise<string | undefined> {
  const rows = await t.peek<{ state: string }>('select state from app.assent_request where id = $1', [requestId])
  return rows[0]?.state
}
