import type { PersonActor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from './given.ts'
import { givenPolicy } from './policy.ts'

const CAST = {
  lead: { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] },
  dsl: { kind: 'staff', name: 'Nia Okafor', posts: ['dsl'] },
  head: { kind: 'staff', name: 'Moira Tolland', posts: ['head'] },
  teacher: { kind: 'staff', name: 'Sam Pritchard' },
  chair: { kind: 'governor', name: 'Ruth Marsh', posts: ['chair_of_governors'] },
  governor: { kind: 'governor', name: 'Guy Lowe', posts: ['governors'] },
  pupil: { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 },
} as const

/** Whom a test calls for when it is about a case at a school. */
export type Cast = keyof typeof CAST

/** A school, and the people who were called for. */
export type GivenSchool<Who extends Cast> = GivenOrganisation &
  Readonly<Record<Who, PersonActor>> & { readonly organisation: GivenOrganisation }

/** A fresh school with a policy in force and the people whom a test calls for. */
export async function givenSchool<const Who extends Cast>(
  t: TestDatabase,
  who: readonly Who[],
  policy = 'special-all-through',
): Promise<GivenSchool<Who>> {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, policy)
  const people: Partial<Record<Cast, PersonActor>> = {}
  for (const one of who) people[one] = await givenPerson(t, organisation, CAST[one])
  return { ...organisation, organisation, ...(people as Record<Who, PersonActor>) }
}
