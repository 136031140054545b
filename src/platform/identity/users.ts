import type { Kysely } from 'kysely'
import { newId } from '#core/ids.ts'
import type { DB } from '../database/schema.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { Place } from './opening.ts'

/** A person who is to sign in. Pupils and others without a mailbox have no address, and get no invented one. */
export interface PersonToSignIn extends Place {
  readonly email: string | null
}

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,250}$/

/** An e-mail address as it is kept and compared; null when it cannot be one. */
export function addressOf(text: string | null): string | null {
  const address = (text ?? '').trim().normalize('NFC').toLowerCase()
  return ADDRESS.test(address) ? address : null
}

/** The user with an address, which must be in its kept form. */
export const userByEmail = (identity: Pick<IdentityContext, 'db'>, email: string) =>
  identity.db.selectFrom('identity.user').select(['id', 'email']).where('email', '=', email).executeTakeFirst()

/** The user who signs in as a person, or null. */
export async function userOf(identity: IdentityContext, place: Place): Promise<string | null> {
  const link = await linkOf(identity.db, place).executeTakeFirst()
  return link === undefined || link.ended_at !== null ? null : link.user_id
}

/**
 * Makes sure that a person can sign in, and with which address; safe to repeat.
 * Whoever shares a mailbox shares the user, and says after signing in who they are.
 */
export const ensureUser = (identity: IdentityContext, person: PersonToSignIn): Promise<string> =>
  identity.db.transaction().execute((tx) => ensureIn({ ...identity, db: tx }, person))

/** The same inside a transaction that is open already. */
export async function ensureIn(identity: IdentityContext, person: PersonToSignIn): Promise<string> {
  const email = addressOf(person.email)
  const link = await linkOf(identity.db, person).forUpdate('l').executeTakeFirst()
  if (link === undefined) return firstLink(identity, person, email)
  if (link.ended_at !== null) await reopenLink(identity, person)
  if (link.email === email) return link.user_id
  const userId = await userForNewAddress(identity, person, link.user_id, email)
  if (userId !== link.user_id) await moveLink(identity, person, userId)
  await tellEvents(identity.db, identity.clock, [{ code: 'identity.user_changed', ...placeOf(person), userId }])
  return userId
}

const placeOf = ({ organisationId, personId }: Place): Place => ({ organisationId, personId })

const linkOf = (db: Kysely<DB>, { organisationId, personId }: Place) =>
  db
    .selectFrom('identity.link as l')
    .innerJoin('identity.user as u', 'u.id', 'l.user_id')
    .select(['l.user_id', 'l.ended_at', 'u.email'])
    .where('l.organisation_id', '=', organisationId)
    .where('l.person_id', '=', personId)

async function firstLink(identity: IdentityContext, person: PersonToSignIn, email: string | null): Promise<string> {
  const userId = await userFor(identity, email)
  await identity.db
    .insertInto('identity.link')
    .values({
      organisation_id: person.organisationId,
      person_id: person.personId,
      user_id: userId,
      created_at: identity.clock.now().toString(),
    })
    .execute()
  return userId
}

/** The user of an address, made when there is none; without an address always a new one. */
async function userFor(identity: IdentityContext, email: string | null): Promise<string> {
  const now = identity.clock.now().toString()
  const made = await identity.db
    .insertInto('identity.user')
    // The school knows the address and vouches for it; nobody can sign themselves up.
    .values({
      id: newId(identity.clock),
      email,
      email_verified: email !== null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return made.id
  const found = await identity.db
    .selectFrom('identity.user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return found.id
}

/** A changed address: the user keeps it when they are nobody else and nobody else has it; otherwise the person moves. */
async function userForNewAddress(
  identity: IdentityContext,
  person: PersonToSignIn,
  userId: string,
  email: string | null,
): Promise<string> {
  const links = await identity.db
    .selectFrom('identity.link')
    .select('person_id')
    .where('user_id', '=', userId)
    .execute()
  const taken = email !== null && (await userByEmail(identity, email)) !== undefined
  if (links.length > 1 || taken) return userFor(identity, email)
  await identity.db
    .updateTable('identity.user')
    .set({ email, email_verified: email !== null, updated_at: identity.clock.now().toString() })
    .where('id', '=', userId)
    .execute()
  await endSessionsOfPlace(identity, person)
  return userId
}

async function moveLink(identity: IdentityContext, place: Place, userId: string): Promise<void> {
  await endSessionsOfPlace(identity, place)
  await identity.db
    .updateTable('identity.link')
    .set({ user_id: userId })
    .where('organisation_id', '=', place.organisationId)
    .where('person_id', '=', place.personId)
    .execute()
}

const reopenLink = (identity: IdentityContext, place: Place) =>
  identity.db
    .updateTable('identity.link')
    .set({ ended_at: null })
    .where('organisation_id', '=', place.organisationId)
    .where('person_id', '=', place.personId)
    .execute()

const endSessionsOfPlace = (identity: IdentityContext, place: Place) =>
  identity.db
    .deleteFrom('identity.session')
    .where('organisation_id', '=', place.organisationId)
    .where('person_id', '=', place.personId)
    .execute()

/** Ends a leaver's access: the link, the sessions and the cards. The person stays, and so does what they did. */
export async function endAccess(identity: IdentityContext, place: Place): Promise<void> {
  const now = identity.clock.now().toString()
  await identity.db.transaction().execute(async (tx) => {
    const inside = { ...identity, db: tx }
    const ended = await tx
      .updateTable('identity.link')
      .set({ ended_at: now })
      .where('organisation_id', '=', place.organisationId)
      .where('person_id', '=', place.personId)
      .where('ended_at', 'is', null)
      .returning('user_id')
      .executeTakeFirst()
    await endSessionsOfPlace(inside, place)
    await tx
      .updateTable('identity.card')
      .set({ revoked_at: now })
      .where('organisation_id', '=', place.organisationId)
      .where('person_id', '=', place.personId)
      .where('revoked_at', 'is', null)
      .execute()
    if (ended === undefined) return
    await tellEvents(tx, identity.clock, [{ code: 'identity.access_ended', ...placeOf(place), userId: ended.user_id }])
  })
}

/** The same for those among many people who can still sign in. */
export async function endAccessOf(
  identity: IdentityContext,
  organisationId: string,
  personIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < personIds.length; from += 1000) {
    const open = await identity.db
      .selectFrom('identity.link')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('person_id', 'in', personIds.slice(from, from + 1000))
      .where('ended_at', 'is', null)
      .execute()
    for (const { person_id: personId } of open) await endAccess(identity, { organisationId, personId })
  }
}
