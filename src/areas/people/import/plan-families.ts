import type { People } from './desired.ts'
import type { ImportPlan, PlannedFamily } from './plan-types.ts'
import type { Turnout } from './turnout.ts'
import type { RosterPerson } from './types.ts'

/** Which links between adults and children come and go. Either side may name the other. */
export function planFamilies(people: People, turnout: Turnout): ImportPlan['families'] {
  const listed = new Map(people.roster.people.map((person) => [person.sourcedId, person]))
  const stated = new Map<string, PlannedFamily>()
  for (const person of people.roster.people) {
    for (const agent of person.ended ? [] : (person.agents ?? [])) {
      const found = linkOf(people, listed, person, agent)
      if (found !== null) stated.set(`${found.adult}\t${found.child}`, found)
    }
  }
  const ours = oursBySource(people)
  const here = ({ adult, child }: PlannedFamily): boolean => turnout.here(adult) && turnout.here(child)
  return {
    add: [...stated].filter(([key, family]) => !ours.has(key) && here(family)).map(([, family]) => family),
    end: people.current.families.filter((family) => {
      if (turnout.gone.has(family.adult) || turnout.gone.has(family.child)) return true
      const [adult, child] = [people.sourceOf(family.adult) ?? '', people.sourceOf(family.child) ?? '']
      return !stated.has(`${adult}\t${child}`) && isOver(people, listed.get(adult), listed.get(child))
    }),
  }
}

type Listed = ReadonlyMap<string, RosterPerson>

function linkOf(people: People, listed: Listed, person: RosterPerson, agentId: string): PlannedFamily | null {
  const agent = listed.get(agentId)
  // In a delta the other person may stand in an earlier file: then what we hold of them says what they are.
  const kinds = (agent?.posts ?? people.ours(agentId)?.memberships ?? []).map(({ kind }) => kind)
  if (isA(person, 'pupil') && kinds.includes('parent')) return link(agentId, person.sourcedId, agent)
  if (isA(person, 'parent') && kinds.includes('pupil')) return link(person.sourcedId, agentId, person)
  return null
}

const isA = (person: RosterPerson, kind: 'pupil' | 'parent'): boolean => person.posts.some((post) => post.kind === kind)

function link(adult: string, child: string, as: RosterPerson | undefined): PlannedFamily {
  const relationship = as?.posts.find(({ kind }) => kind === 'parent')?.role ?? 'parent'
  return { adult, child, relationship, maySign: relationship !== 'relative' }
}

function oursBySource(people: People): ReadonlySet<string> {
  const keys = people.current.families.map((family) => [people.sourceOf(family.adult), people.sourceOf(family.child)])
  return new Set(keys.map((pair) => pair.join('\t')))
}

/** A link is over when both people are in the roster, it says who the child's agents are, and this is none of them. */
function isOver({ roster }: People, adult: RosterPerson | undefined, child: RosterPerson | undefined): boolean {
  return (
    adult !== undefined && child?.agents !== undefined && roster.covers.people === 'bulk' && !roster.unread.somebody
  )
}
