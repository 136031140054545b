import type { Pack } from '../../types/pack.ts'
import type { Party } from '../../types/party.ts'
import { type AudienceContext, type Belonging, covers, type PersonFacts, partyOf } from './person.ts'

/** Whether a person belongs to a party on a day. Unknown is not a match: the person is listed instead. */
export function inParty(
  pack: Pack,
  ref: string,
  person: PersonFacts,
  asAt: Temporal.PlainDate,
  context: AudienceContext,
  asked: readonly string[] = [],
): Belonging {
  const party = partyOf(pack, ref)
  if (party === undefined) return { verdict: 'unknown', why: 'no such party' }
  // A party that leaves itself out is never decided.
  if (asked.includes(ref)) return { verdict: 'unknown', why: 'the party refers to itself' }
  if (person.posts.some((post) => post.party === ref && covers(post, asAt))) return { verdict: 'yes', why: 'holds it' }
  const inner = (other: string) => inParty(pack, other, person, asAt, context, [...asked, ref])
  return belongs(party, ref, person, asAt, context, inner)
}

function belongs(
  party: Party,
  ref: string,
  person: PersonFacts,
  asAt: Temporal.PlainDate,
  context: AudienceContext,
  inner: (other: string) => Belonging,
): Belonging {
  switch (party.kind) {
    case 'audience':
      return inAudience(party, person, asAt, context, inner)
    case 'body':
      return party.members === undefined ? { verdict: 'no', why: 'not a member' } : inner(party.members)
    case 'relation':
      return { verdict: context.related?.(ref, person) ?? 'unknown', why: `by relation: ${party.path}` }
    case 'outside':
      return { verdict: 'no', why: 'a body outside the school' }
    default:
      return { verdict: 'no', why: 'does not hold it' }
  }
}

function inAudience(
  party: Extract<Party, { kind: 'audience' }>,
  person: PersonFacts,
  asAt: Temporal.PlainDate,
  context: AudienceContext,
  inner: (other: string) => Belonging,
): Belonging {
  if (!person.kinds.some((one) => party.of.includes(one.kind) && covers(one, asAt)))
    return { verdict: 'no', why: 'another kind of person, or not on that day' }
  const met = party.when === undefined ? 'yes' : context.judge(party.when, { person, asAt })
  if (met === 'no') return { verdict: 'no', why: 'the facts say otherwise' }
  const excepts = party.except.map((other) => inner(other).verdict)
  if (excepts.includes('yes')) return { verdict: 'no', why: 'left out' }
  if (met === 'unknown' || excepts.includes('unknown')) return { verdict: 'unknown', why: 'a fact is missing' }
  return { verdict: 'yes', why: 'by the facts' }
}

/** The members of a party among some people, and those of whom we cannot tell. */
export interface Members {
  readonly members: readonly PersonFacts[]
  readonly unknown: readonly { readonly person: PersonFacts; readonly why: string }[]
}

/** Sorts people by whether they belong to a party. */
export function membersOf(
  pack: Pack,
  ref: string,
  people: readonly PersonFacts[],
  asAt: Temporal.PlainDate,
  context: AudienceContext,
): Members {
  const asked = people.map((person) => ({ person, ...inParty(pack, ref, person, asAt, context) }))
  return {
    members: asked.filter((one) => one.verdict === 'yes').map((one) => one.person),
    unknown: asked.filter((one) => one.verdict === 'unknown').map(({ person, why }) => ({ person, why })),
  }
}

/** Every party that a person belongs to on a day: what they may act as. */
export const partiesOf = (
  pack: Pack,
  person: PersonFacts,
  asAt: Temporal.PlainDate,
  context: AudienceContext,
): `party/${string}`[] =>
  Object.keys(pack.parties)
    .map((id) => `party/${id}` as const)
    .filter((ref) => inParty(pack, ref, person, asAt, context).verdict === 'yes')
