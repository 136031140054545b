import { sql } from 'kysely'
import { newId } from '#core/ids.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import { hashPassword } from './passwords.ts'
import type { PersonToSignIn } from './users.ts'
import { ensureIn } from './users.ts'

/**
 * Gives the first administrator a password inside the transaction that makes their organisation: there is never an
 * installation that is set up and that nobody can enter. Look at the rules before.
 */
export async function makeFirstAccount(
  identity: IdentityContext,
  person: PersonToSignIn,
  password: string,
): Promise<void> {
  const userId = await ensureIn(identity, person)
  const now = identity.clock.now().toString()
  await identity.db
    .insertInto('identity.account')
    // As better-auth writes the account of a password itself.
    .values({
      id: newId(identity.clock),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: await hashPassword(password),
      created_at: now,
      updated_at: now,
    })
    // An account that an installation of before left behind belongs to the same mailbox.
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'account_id'])
        .doUpdateSet({ password: sql`excluded.password`, updated_at: sql`excluded.updated_at` }),
    )
    .execute()
  const { organisationId, personId } = person
  await tellEvents(identity.db, identity.clock, [{ code: 'identity.password_set', organisationId, personId, userId }])
}
