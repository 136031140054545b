import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { classOfParty, partiesIn, standIns } from '../owners.ts'

/** What a person is at a school, as far as duties ask. */
export interface OwnParts {
  readonly posts: ReadonlySet<string>
  /** The classes that they teach. */
  readonly classes: ReadonlySet<string>
}

/** The posts of a person with the school for which each is held (null: for all), and the classes they teach. */
export interface Held {
  readonly posts: readonly { readonly post: string; readonly schoolId: string | null }[]
  readonly classes: readonly string[]
}

/** What the acting person holds now. */
export async function readHeld(tx: Tx): Promise<Held> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return { posts: [], classes: [] }
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id as schoolId'])
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
  return { posts, classes: classes.map((one) => one.class_id) }
}

/** What they are at one school; without a school, at any. */
export const ownPartsAt = (held: Held, schoolId: string | null): OwnParts => ({
  posts: new Set(
    held.posts
      .filter((one) => schoolId === null || one.schoolId === null || one.schoolId === schoolId)
      .map((one) => one.post),
  ),
  classes: new Set(held.classes),
})

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
  const owner = pack.duties[duty.duty]?.owner
  const isChoice = owner !== undefined && typeof owner !== 'string' && 'any_of' in owner
  const also = isChoice ? partiesIn(owner).find((party) => own.posts.has(party)) : undefined
  if (also !== undefined) return { party: also, standsIn: false }
  const standsIn = standIns(pack, duty.party).find((party) => own.posts.has(party))
  return standsIn === undefined ? null : { party: standsIn, standsIn: true }
}
