import { forgetTries } from './attempts.ts'
import type { IdentityContext } from './context.ts'
import { LONGEST_PASSWORD, verifyPassword } from './passwords.ts'
import type { TooMany } from './sign-in.ts'
import { mayTry, tellFailed } from './sign-in.ts'
import { userOf } from './users.ts'

/** Whether somebody is who they say: `none` when they have no password here at all. */
export type Confirmed = { readonly kind: 'right' } | { readonly kind: 'wrong' } | { readonly kind: 'none' } | TooMany

/**
 * Lets a person show that it is them, in anybody's session and without opening or changing one: a witness who signs at a
 * colleague's computer. It counts tries as the door does, and tells the ledger of what failed.
 */
export async function confirmPassword(
  identity: IdentityContext,
  person: { readonly organisationId: string; readonly personId: string },
  password: string,
): Promise<Confirmed> {
  const userId = await userOf(identity, person)
  const hash = userId === null ? null : await hashOf(identity, userId)
  if (userId === null || hash === null) return { kind: 'none' }
  if (password === '' || password.length > LONGEST_PASSWORD) return { kind: 'wrong' }
  const concerned = [{ ...person, userId }]
  const tooMany = await mayTry(identity, 'account', `confirm:${userId}`, async () => concerned)
  if (tooMany !== null) return tooMany
  if (await verifyPassword({ hash, password })) {
    await forgetTries(identity, 'account', `confirm:${userId}`)
    return { kind: 'right' }
  }
  await tellFailed(identity, 'password', concerned)
  return { kind: 'wrong' }
}

async function hashOf(identity: IdentityContext, userId: string): Promise<string | null> {
  const { internalAdapter } = await (await identity.auth()).$context
  return (await internalAdapter.findCredentialAccount(userId))?.password ?? null
}
