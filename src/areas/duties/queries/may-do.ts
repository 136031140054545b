import { awayToday } from '#areas/people/index.ts'
import { levelOfDuty } from '#pack/engines/duties/level.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Who } from '#pack/types/who.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { classOfParty, ofPerson, partiesIn, personOfParty, standIns, teachersOfClass } from '../owners.ts'

/** What a person is at a school, as far as duties ask. */
export interface OwnParts {
  /** Who they are: a duty that one person has is theirs alone. */
  readonly personId: string | null
  readonly posts: ReadonlySet<string>
  /** The classes that they teach. */
  readonly classes: ReadonlySet<string>
  /** The parties of which somebody is there today: nobody stands in for them. */
  readonly present: ReadonlySet<string>
  /** The people who are away today. */
  readonly away: ReadonlySet<string>
}

/** A post as somebody holds it: for a school (null: for all), and at a site of it. */
export interface HeldPost {
  readonly post: string
  readonly schoolId: string | null
  readonly siteId: string | null
}

/** The posts of a person with the school for which each is held (null: for all), and the classes they teach. */
export interface Held {
  readonly personId: string | null
  readonly posts: readonly HeldPost[]
  readonly classes: readonly string[]
  /** The posts and classes of which a holder or teacher is not away today. */
  readonly present: {
    readonly posts: readonly HeldPost[]
    readonly classes: readonly string[]
    /** Who is away. */
    readonly away: ReadonlySet<string>
  }
}

const NOBODY = { personId: null, posts: [], classes: [] }
const NONE_PRESENT = { posts: [], classes: [], away: new Set<string>() }

/** What the acting person holds now. */
export async function readHeld(tx: Tx): Promise<Held> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return { ...NOBODY, present: NONE_PRESENT }
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id as schoolId', 'site_id as siteId'])
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('until_on', 'is', null)
    .execute()
  const classes = await tx
    .selectFrom('app.class_member')
    .select('class_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('part', '=', 'teacher')
    .where('until_on', 'is', null)
    .execute()
  return {
    personId: actor.personId,
    posts,
    classes: classes.map((one) => one.class_id),
    present: await asSystem(tx, () => readPresent(tx)),
  }
}

async function readPresent(tx: Tx): Promise<Held['present']> {
  const { organisationId } = contextOf(tx).actor
  const away = new Set(await awayToday(tx))
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id as schoolId', 'site_id as siteId', 'person_id as personId'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .execute()
  const teachers = await tx
    .selectFrom('app.class_member')
    .select(['class_id', 'person_id'])
    .where('organisation_id', '=', organisationId)
    .where('part', '=', 'teacher')
    .where('until_on', 'is', null)
    .execute()
  return {
    away,
    posts: posts.filter((one) => !away.has(one.personId)),
    classes: [...new Set(teachers.filter((one) => !away.has(one.person_id)).map((one) => one.class_id))],
  }
}

/** What they are at one school, and of what is done for a site at that site; without a school, at any. */
export function ownPartsAt(held: Held, schoolId: string | null, siteId: string | null): OwnParts {
  const here = (posts: Held['posts']): string[] =>
    posts
      .filter((one) => schoolId === null || one.schoolId === null || one.schoolId === schoolId)
      .filter((one) => siteId === null || one.siteId === null || one.siteId === siteId)
      .map((one) => one.post)
  return {
    personId: held.personId,
    away: held.present.away,
    posts: new Set(here(held.posts)),
    classes: new Set(held.classes),
    present: new Set([...here(held.present.posts), ...held.present.classes.map(teachersOfClass)]),
  }
}

/** The site for which an occurrence of a duty is done, or null when it is done for a school or for all. */
export function siteOf(
  pack: Pack,
  one: { readonly duty: string; readonly subject: string; readonly schoolId: string | null },
): string | null {
  const duty = dutyIn(pack, one.duty)
  const isOfSite = duty !== undefined && levelOfDuty(pack, duty) === 'site'
  return isOfSite && one.subject !== one.schoolId ? one.subject : null
}

/** In which party somebody may do a duty: its owner's, another that the policy names, or one that stands in. */
export interface DoesAs {
  readonly party: string
  readonly standsIn: boolean
}

/** As what a person may do a duty, or null. */
export function doesAs(pack: Pack, duty: { duty: string; party: string }, own: OwnParts): DoesAs | null {
  const classId = classOfParty(duty.party)
  if (classId !== null && own.classes.has(classId)) return { party: duty.party, standsIn: false }
  if (own.posts.has(duty.party)) return { party: duty.party, standsIn: false }
  const owner = dutyIn(pack, duty.duty)?.owner
  const personId = personOfParty(duty.party)
  if (personId !== null) return ofOnePerson(pack, personId, owner, own)
  const isChoice = owner !== undefined && typeof owner !== 'string' && 'any_of' in owner
  const also = isChoice ? partiesIn(owner).find((party) => own.posts.has(party)) : undefined
  if (also !== undefined) return { party: also, standsIn: false }
  // Only while nobody who has the duty is there, or its post is vacant.
  if (own.present.has(duty.party)) return null
  const standsIn = standIns(pack, duty.party).find((party) => own.posts.has(party))
  return standsIn === undefined ? null : { party: standsIn, standsIn: true }
}

// What somebody does for themselves is done by them; while they are away, by whoever stands in for their post.
function ofOnePerson(pack: Pack, personId: string, owner: Who | undefined, own: OwnParts): DoesAs | null {
  if (personId === own.personId) return { party: ofPerson(personId), standsIn: false }
  if (!own.away.has(personId)) return null
  const party = standIns(pack, ofPerson(personId), owner).find((one) => own.posts.has(one))
  return party === undefined ? null : { party, standsIn: true }
}
