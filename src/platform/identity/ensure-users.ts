import type { Kysely } from 'kysely'
import { newId } from '#core/ids.ts'
import type { DB } from '../database/schema.ts'
import type { IdentityContext } from './context.ts'
import type { PersonToSignIn } from './users.ts'
import { addressOf, ensureIn } from './users.ts'

// PostgreSQL takes at most 65,535 parameters in one statement.
const AT_ONCE = 1000

/** `ensureUser` for a whole roster: newcomers a thousand at a time, changed people one by one, the rest not at all. */
export async function ensureUsers(identity: IdentityContext, people: readonly PersonToSignIn[]): Promise<void> {
  const byPlace = new Map(people.map((person) => [keyOf(person), person]))
  const each = [...byPlace.values()]
  for (let from = 0; from < each.length; from += AT_ONCE) {
    const some = each.slice(from, from + AT_ONCE)
    await identity.db.transaction().execute((tx) => ensureSome({ ...identity, db: tx }, some))
  }
}

const keyOf = (person: { organisationId: string; personId: string }): string =>
  `${person.organisationId} ${person.personId}`

async function ensureSome(identity: IdentityContext, people: readonly PersonToSignIn[]): Promise<void> {
  const links = await identity.db
    .selectFrom('identity.link as l')
    .innerJoin('identity.user as u', 'u.id', 'l.user_id')
    .select(['l.organisation_id', 'l.person_id', 'l.ended_at', 'u.email'])
    .where('l.organisation_id', 'in', [...new Set(people.map((person) => person.organisationId))])
    .where(
      'l.person_id',
      'in',
      people.map((person) => person.personId),
    )
    .execute()
  const known = new Map(
    links.map((link) => [keyOf({ organisationId: link.organisation_id, personId: link.person_id }), link]),
  )
  await addNew(
    identity,
    people.filter((person) => !known.has(keyOf(person))),
  )
  for (const person of people) {
    const link = known.get(keyOf(person))
    const same = link === undefined || (link.ended_at === null && link.email === addressOf(person.email))
    if (!same) await ensureIn(identity, person)
  }
}

async function addNew(identity: IdentityContext, people: readonly PersonToSignIn[]): Promise<void> {
  if (people.length === 0) return
  const now = identity.clock.now().toString()
  const wanted = people.map((person) => ({ ...person, email: addressOf(person.email), userId: newId(identity.clock) }))
  await identity.db
    .insertInto('identity.user')
    .values(
      wanted.map(({ userId, email }) => ({
        id: userId,
        email,
        email_verified: email !== null,
        created_at: now,
        updated_at: now,
      })),
    )
    // Also within the list: two parents with one mailbox are one user.
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const owners = await ownersOf(
    identity.db,
    wanted.flatMap(({ email }) => email ?? []),
  )
  await identity.db
    .insertInto('identity.link')
    .values(
      wanted.map(({ organisationId, personId, userId, email }) => ({
        organisation_id: organisationId,
        person_id: personId,
        user_id: email === null ? userId : (owners.get(email) ?? userId),
        created_at: now,
      })),
    )
    .execute()
}

async function ownersOf(db: Kysely<DB>, emails: readonly string[]): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map()
  const rows = await db.selectFrom('identity.user').select(['id', 'email']).where('email', 'in', emails).execute()
  return new Map(rows.flatMap((row) => (row.email === null ? [] : [[row.email, row.id] as const])))
}
