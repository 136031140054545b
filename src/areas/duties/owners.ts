import { textOf } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Who } from '#pack/types/who.ts'

/** The party of a duty that the teachers of one class have. */
export const teachersOfClass = (classId: string): string => `${CLASS}${classId}`

const CLASS = 'class_teachers:'

/** The class whose teachers have a duty, or null when somebody else has it. */
export const classOfParty = (party: string): string | null =>
  party.startsWith(CLASS) ? party.slice(CLASS.length) : null

/** The party of a duty that one person has, for themselves or for what they hold. */
export const ofPerson = (personId: string): string => `${PERSON}${personId}`

const PERSON = 'person:'

/** The person who has a duty for themselves, or null when a post or a class has it. */
export const personOfParty = (party: string): string | null =>
  party.startsWith(PERSON) ? party.slice(PERSON.length) : null

/** The parties that an owner names, without `party/`; words such as `class_teachers` stay as they are. */
export function partiesIn(owner: Who): string[] {
  const asked = typeof owner === 'string' ? [owner] : 'any_of' in owner ? owner.any_of : owner.all_of
  return asked.map((one) => one.replace(/^party\//, ''))
}

/**
 * Which parties get a row of their own: each of `all_of`; of `any_of` the first that somebody holds. The others of
 * `any_of` may do it as well.
 */
function ownersFor(owner: Who, isHeld: (post: string) => boolean): string[] {
  const parties = partiesIn(owner)
  if (typeof owner !== 'string' && 'all_of' in owner) return parties
  return [parties.find(isHeld) ?? parties[0]].filter((party) => party !== undefined)
}

/** The parties that an owner names, a relation of which nobody knows who it is replaced by the party that it names else. */
export const appointedIn = (pack: Pack, owner: Who, isHeld: (post: string) => boolean): string[] =>
  ownersFor(owner, isHeld).map((party) => {
    const found = pack.parties[party]
    return found?.kind === 'relation' && found.else !== undefined && !isHeld(party)
      ? found.else.slice('party/'.length)
      : party
  })

/** The posts that may do a duty in the place of its owner: those that the pack lets stand in. */
export function standIns(pack: Pack, party: string, owner?: Who): string[] {
  // Of each holder of a post, whoever stands in for the post.
  if (personOfParty(party) !== null)
    return owner === undefined || owner === 'person' ? [] : partiesIn(owner).flatMap((post) => standIns(pack, post))
  if (classOfParty(party) !== null) {
    const relation = Object.values(pack.parties).find((one) => one.kind === 'relation' && one.path === 'class_teacher')
    return relation?.kind === 'relation' && relation.else !== undefined ? [relation.else.slice('party/'.length)] : []
  }
  const post = pack.parties[party]
  if (post?.kind !== 'post' || post.instead?.away === undefined) return []
  return [post.instead.away.slice('party/'.length)]
}

/** An owner in words. */
export function sayParty(
  pack: Pack,
  party: string,
  classes: ReadonlyMap<string, string> = new Map(),
  people: ReadonlyMap<string, string> = new Map(),
): string {
  const personId = personOfParty(party)
  if (personId !== null) return people.get(personId) ?? 'somebody for themselves'
  const classId = classOfParty(party)
  if (classId !== null) return `Teachers of ${classes.get(classId) ?? 'the class'}`
  const found = pack.parties[party]
  return found === undefined ? party.replaceAll('_', ' ') : textOf(found.says)
}
