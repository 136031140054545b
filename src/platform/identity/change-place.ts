import { Forbidden } from '#core/errors.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { Place } from './opening.ts'
import { placesOf } from './places.ts'
import type { Session } from './sessions.ts'

/**
 * Goes on with a session as another person of the same user: another organisation, or the other parent of one mailbox.
 * @throws Forbidden when the user is not that person.
 */
export async function changePlace(identity: IdentityContext, session: Session, place: Place): Promise<void> {
  const places = await placesOf(identity, session.userId)
  const known = places.some((one) => one.organisationId === place.organisationId && one.personId === place.personId)
  if (!known || isOnePersons(session.method)) throw new Forbidden('identity.place.not.yours')
  const { organisationId, personId } = place
  await identity.db
    .updateTable('identity.session')
    .set({ organisation_id: organisationId, person_id: personId })
    .where('id', '=', session.sessionId)
    .where('user_id', '=', session.userId)
    .execute()
  await tellEvents(identity.db, identity.clock, [
    { code: 'identity.signed_in', organisationId, personId, userId: session.userId, details: { method: 'change' } },
  ])
}

/** A card or a letter is one person's, also when others share the user: whoever printed it must get no further. */
export const isOnePersons = (method: string): boolean => method === 'card' || method === 'letter'
