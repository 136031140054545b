import { desiredMemberships, type People } from './desired.ts'
import { schoolKey } from './plan-schools.ts'
import type { CurrentMembership, CurrentPerson, FieldChange, PersonChange, YearChange } from './plan-types.ts'
import type { RosterPerson } from './types.ts'

/** Field by field, what the roster says differently; a field it has no column for is left alone. */
export function diffFields(person: RosterPerson, ours: CurrentPerson): FieldChange[] {
  const { fields } = person
  if (fields === null) return []
  const bornOn = person.posts.some(({ kind }) => kind === 'pupil') ? fields.birthDate : undefined
  const { givenName, familyName, knownAs, email } = fields
  const said = { sourcedId: person.sourcedId, givenName, familyName, knownAs, email, bornOn }
  const names = ['sourcedId', 'givenName', 'familyName', 'knownAs', 'email', 'bornOn'] as const
  return names.flatMap((field) => {
    const [from, to] = [ours[field], said[field]]
    return to === undefined || to === from ? [] : [{ field, from, to }]
  })
}

/** What a person newly belongs to, no longer belongs to, and in which year a pupil now is. */
export function diffMemberships(
  people: People,
  person: RosterPerson,
  ours: CurrentPerson,
): PersonChange['memberships'] {
  const held = new Map(ours.memberships.map((membership) => [`${membership.school} ${membership.kind}`, membership]))
  const wanted = person.ended ? [] : desiredMemberships(people, person)
  const keys = new Set(wanted.map(({ school, kind }) => `${schoolKey(school)} ${kind}`))
  const statesYear = person.fields?.yearGroup !== undefined
  const change: YearChange[] = wanted.flatMap(({ school, kind, yearGroup }) => {
    const now = held.get(`${schoolKey(school)} ${kind}`)
    if (now === undefined || !statesYear || now.yearGroup === yearGroup) return []
    return [{ id: now.id, from: now.yearGroup, to: yearGroup }]
  })
  return {
    add: wanted.filter(({ school, kind }) => !held.has(`${schoolKey(school)} ${kind}`)),
    change,
    end: ours.memberships.filter(
      (membership) => !keys.has(`${membership.school} ${membership.kind}`) && over(people, person, membership),
    ),
  }
}

/** Whether the roster says that a membership is over: it lists all posts, or it names this one as ended. */
function over(people: People, person: RosterPerson, membership: CurrentMembership): boolean {
  if (!people.schools.covered.has(membership.school) || people.roster.unread.somebody) return false
  if (person.ended || person.allPosts) return true
  return person.posts.some((post) => {
    const ref = people.schools.refs.get(post.school ?? '')
    return ref !== undefined && schoolKey(ref) === membership.school && post.kind === membership.kind
  })
}
