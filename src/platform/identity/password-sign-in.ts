import { forgetTries } from './attempts.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { PasswordFault, PasswordRules } from './passwords.ts'
import { faultsOf, hashPassword, LONGEST_PASSWORD } from './passwords.ts'
import { placesOf } from './places.ts'
import { endSessionsOf } from './sessions.ts'
import type { SignInOptions, SignInResult } from './sign-in.ts'
import { mayTry, openBy, personsBehind, tellFailed } from './sign-in.ts'
import { addressOf } from './users.ts'

/** Signs in with e-mail address and password. An unknown address costs a hash too, and says no more than a wrong password. */
export async function signInWithPassword(
  identity: IdentityContext,
  input: { login: string; password: string } & SignInOptions,
): Promise<SignInResult> {
  const login = addressOf(input.login)
  // What is no address can be no account: nothing is learned by its quick answer.
  if (login === null || input.password.length > LONGEST_PASSWORD) return { kind: 'wrong' }
  const tooMany = await mayTry(identity, 'account', login, () => personsBehind(identity, login))
  if (tooMany !== null) return tooMany
  const session = await openBy(identity, 'password', input, async () =>
    (await identity.auth()).api.signInEmail({ body: { email: login, password: input.password } }),
  )
  if (session !== null) {
    await forgetTries(identity, 'account', login)
    return { kind: 'signed-in', session }
  }
  await tellFailed(identity, 'password', await personsBehind(identity, login))
  return { kind: 'wrong' }
}

export type SetPasswordResult =
  | { readonly kind: 'set' }
  | { readonly kind: 'refused'; readonly faults: readonly PasswordFault[] }

/**
 * Sets a user's password and ends their other sessions.
 *
 * A user may belong to several organisations. Call it for the user who asks (`keep` is their session) or at first
 * set-up, never on an administrator's word: an administrator of one school would get the keys of another.
 */
export async function setPassword(
  identity: IdentityContext,
  userId: string,
  password: string,
  rules: PasswordRules,
  options: { keep?: string } = {},
): Promise<SetPasswordResult> {
  const faults = faultsOf(password, rules)
  if (faults.length > 0) return { kind: 'refused', faults }
  const { internalAdapter } = await (await identity.auth()).$context
  const hash = await hashPassword(password)
  if ((await internalAdapter.findCredentialAccount(userId)) === null) {
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password: hash })
  } else {
    await internalAdapter.updatePassword(userId, hash)
  }
  await endSessionsOf(identity, userId, options.keep)
  await forgetTriesOf(identity, userId)
  const places = await placesOf(identity, userId)
  await tellEvents(
    identity.db,
    identity.clock,
    places.map((place) => ({ code: 'identity.password_set', ...place, userId })),
  )
  return { kind: 'set' }
}

/** A new password is a new start: whoever locked the account by guessing the old one keeps nobody out. */
async function forgetTriesOf(identity: IdentityContext, userId: string): Promise<void> {
  const user = await identity.db.selectFrom('identity.user').select('email').where('id', '=', userId).executeTakeFirst()
  if (user?.email) await forgetTries(identity, 'account', user.email)
}
