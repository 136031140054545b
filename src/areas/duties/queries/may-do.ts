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

/** The posts that the acting person holds at a school (or anywhere, without one), and the classes they teach. */
export async function readOwnParts(tx: Tx, schoolId: string | null): Promise<OwnParts> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return { posts: new Set(), classes: new Set() }
  const posts = await tx
    .selectFrom('app.post_holder')
    .select('post')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('until_on', 'is', null)
    .$if(schoolId !== null, (query) =>
      query.where((eb) => eb.or([eb('school_id', 'is', null), eb('school_id', '=', schoolId)])),
    )
    .execute()
  const classes = await tx
    .selectFrom('app.class_member as m')
    .select('m.class_id')
    .where('m.organisation_id', '=', actor.organisationId)
    .where('m.person_id', '=', actor.personId)
    .where('m.part', '=', 'teacher')
    .where('m.until_on', 'is', null)
    .execute()
  return { posts: new Set(posts.map((one) => one.post)), classes: new Set(classes.map((one) => one.class_id)) }
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
  const owner = pack.duties[duty.duty]?.owner
  const isChoice = owner !== undefined && typeof owner !== 'string' && 'any_of' in owner
  const also = isChoice ? partiesIn(owner).find((party) => own.posts.has(party)) : undefined
  if (also !== undefined) return { party: also, standsIn: false }
  const standsIn = standIns(pack, duty.party).find((party) => own.posts.has(party))
  return standsIn === undefined ? null : { party: standsIn, standsIn: true }
}
