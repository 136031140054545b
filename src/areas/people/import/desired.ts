import type { SchoolMatch } from './plan-schools.ts'
import { schoolKey } from './plan-schools.ts'
import type { CurrentPeople, CurrentPerson, PlannedMembership } from './plan-types.ts'
import type { Roster, RosterPerson, RosterPost } from './types.ts'

/** The two sides that are held against each other, with ready look-ups. */
export class People {
  readonly roster: Roster
  readonly current: CurrentPeople
  readonly schools: SchoolMatch
  readonly today: string
  readonly #ours: Map<string, CurrentPerson>
  readonly #sources: Map<string, string>

  constructor(roster: Roster, current: CurrentPeople, schools: SchoolMatch, today: string) {
    this.roster = roster
    this.current = current
    this.schools = schools
    this.today = today
    this.#ours = new Map(current.people.map((person) => [person.sourcedId ?? '', person]))
    this.#ours.delete('')
    this.#adopt()
    this.#sources = new Map([...this.#ours].map(([sourcedId, { id }]) => [id, sourcedId]))
  }

  /** Ours for a roster id. */
  ours(sourcedId: string): CurrentPerson | undefined {
    return this.#ours.get(sourcedId)
  }

  /** The roster id for one of ours. */
  sourceOf(id: string): string | undefined {
    return this.#sources.get(id)
  }

  /** Somebody entered by hand is taken for the person of the roster with the same address and family name. */
  #adopt(): void {
    const byMail = new Map<string, CurrentPerson | null>()
    for (const person of this.current.people) {
      if (person.sourcedId !== null || person.ended || person.email === null) continue
      const key = mailKey(person.email, person.familyName)
      // Two people of ours with the same address and name: neither is taken for the other.
      byMail.set(key, byMail.has(key) ? null : person)
    }
    if (byMail.size === 0) return
    for (const { sourcedId, fields } of this.roster.people) {
      if (this.#ours.has(sourcedId) || !fields?.email) continue
      const key = mailKey(fields.email, fields.familyName)
      const found = byMail.get(key)
      if (found) this.#ours.set(sourcedId, found)
      byMail.delete(key)
    }
  }

  /** Whether the set is sure enough to end somebody: a row left out says neither that they are here nor gone. */
  mayEnd(ours: CurrentPerson): boolean {
    const { unread } = this.roster
    return !unread.somebody && !unread.people.has(ours.sourcedId ?? '')
  }
}

const mailKey = (email: string, familyName: string): string => `${email.toLowerCase()}\t${familyName.toLowerCase()}`

/** Whether a post is held on a day. */
export const isHeld = (post: RosterPost, today: string): boolean =>
  !post.ended && (post.startsOn ?? '') <= today && (post.endsOn ?? '9999') >= today

/** The memberships that a person's posts amount to, one for each school and kind; a pupil's carries the year. */
export function desiredMemberships(people: People, person: RosterPerson): PlannedMembership[] {
  const wanted = new Map<string, PlannedMembership>()
  for (const post of person.posts) {
    if (!isHeld(post, people.today)) continue
    // Whoever serves the whole trust belongs to each of its schools.
    const refs = post.school === null ? [...people.schools.refs.values()] : [people.schools.refs.get(post.school)]
    const yearGroup = post.kind === 'pupil' ? (person.fields?.yearGroup ?? null) : null
    for (const school of refs)
      if (school !== undefined) wanted.set(`${schoolKey(school)} ${post.kind}`, { school, kind: post.kind, yearGroup })
  }
  return [...wanted.values()]
}
