import { desiredMemberships, type People } from './desired.ts'
import { diffFields, diffMemberships } from './diff-person.ts'
import type { CurrentPerson, Joiner, Leaver, PersonChange } from './plan-types.ts'
import type { RosterPerson } from './types.ts'

/** Who joins, who leaves and what changes about everybody else. */
export interface PeoplePlan {
  readonly joiners: Joiner[]
  readonly leavers: Leaver[]
  readonly changes: PersonChange[]
}

/** Holds each person of the roster against the person of ours with the same id, then looks for who is missing. */
export function planPeople(people: People): PeoplePlan {
  const plan: PeoplePlan = { joiners: [], leavers: [], changes: [] }
  for (const person of people.roster.people) {
    const ours = people.ours(person.sourcedId)
    if (ours === undefined) planJoiner(plan, people, person)
    else planKnown(plan, people, person, ours)
  }
  if (people.roster.covers.people === 'bulk') planMissing(plan, people)
  return plan
}

function planJoiner(plan: PeoplePlan, people: People, person: RosterPerson): void {
  const memberships = desiredMemberships(people, person)
  if (person.ended || person.fields === null || memberships.length === 0) return
  const { givenName, familyName, knownAs = null, email = null, birthDate = null } = person.fields
  // A date of birth is asked of pupils only: nothing in Kept needs an adult's.
  const bornOn = memberships.some(({ kind }) => kind === 'pupil') ? birthDate : null
  plan.joiners.push({ sourcedId: person.sourcedId, givenName, familyName, knownAs, email, bornOn, memberships })
}

function planKnown(plan: PeoplePlan, people: People, person: RosterPerson, ours: CurrentPerson): void {
  const memberships = diffMemberships(people, person, ours)
  const left = ours.memberships.length + memberships.add.length - memberships.end.length
  if (left === 0 && (person.ended || person.allPosts)) {
    if (!ours.ended && people.mayEnd(ours)) plan.leavers.push(leaver(ours))
    return
  }
  const returns = ours.ended
  if (returns && memberships.add.length === 0) return
  const fields = diffFields(person, ours)
  const moved = memberships.add.length + memberships.change.length + memberships.end.length
  if (returns || fields.length > 0 || moved > 0)
    plan.changes.push({ id: ours.id, name: nameOf(ours), returns, fields, memberships })
}

function planMissing(plan: PeoplePlan, people: People): void {
  const listed = new Set(people.roster.people.flatMap((person) => people.ours(person.sourcedId)?.id ?? []))
  for (const ours of people.current.people) {
    if (ours.ended || ours.sourcedId === null || listed.has(ours.id) || !people.mayEnd(ours)) continue
    const gone = ours.memberships.filter((membership) => people.schools.covered.has(membership.school))
    if (gone.length === ours.memberships.length) plan.leavers.push(leaver(ours))
    else if (gone.length > 0) {
      const memberships = { add: [], change: [], end: gone }
      plan.changes.push({ id: ours.id, name: nameOf(ours), returns: false, fields: [], memberships })
    }
  }
}

const leaver = (ours: CurrentPerson): Leaver => ({
  id: ours.id,
  name: nameOf(ours),
  kinds: [...new Set(ours.memberships.map(({ kind }) => kind))],
  posts: ours.posts,
})

/** A person's name as lists show it. */
export const nameOf = (person: { readonly givenName: string; readonly familyName: string }): string =>
  `${person.givenName} ${person.familyName}`.trim()
