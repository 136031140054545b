import { setTimeout as wait } from 'node:timers/promises'
import { forgetTries } from './attempts.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { SignInOptions, SignInResult, TooMany } from './sign-in.ts'
import { isRefusal, mayTry, openBy, personsBehind } from './sign-in.ts'
import { addressOf } from './users.ts'

/** The answer to "send me a link": the same whether the address is known or not. */
export type MagicLinkAnswer = { readonly kind: 'sent-if-known' } | TooMany

// Longer than making a letter takes, so that the time of the answer does not tell known from unknown.
const ANSWER_AFTER_MS = 200

/** Sends a link that signs in once, if the address is somebody's. */
export async function startMagicLink(identity: IdentityContext, email: string): Promise<MagicLinkAnswer> {
  const [answer] = await Promise.all([sendIfKnown(identity, email), wait(ANSWER_AFTER_MS)])
  return answer
}

async function sendIfKnown(identity: IdentityContext, text: string): Promise<MagicLinkAnswer> {
  const email = addressOf(text)
  if (email === null) return { kind: 'sent-if-known' }
  const concerned = await personsBehind(identity, email)
  const tooMany = await mayTry(identity, 'mail', email, async () => concerned)
  if (tooMany !== null) return tooMany
  if (concerned.length > 0) {
    await askForLink(identity, email)
    const events = concerned.map((whom) => ({ code: 'identity.link_sent' as const, ...whom }))
    await tellEvents(identity.db, identity.clock, events)
  }
  return { kind: 'sent-if-known' }
}

async function askForLink(identity: IdentityContext, email: string): Promise<void> {
  try {
    const auth = await identity.auth()
    await auth.api.signInMagicLink({ body: { email }, headers: new Headers() })
  } catch (fault) {
    // better-auth is stricter about addresses than some rosters; the answer must not tell that either.
    if (!isRefusal(fault)) throw fault
  }
}

/** Signs in with the token of a link. A link works once, for a quarter of an hour. */
export async function finishMagicLink(
  identity: IdentityContext,
  token: string,
  options: SignInOptions,
): Promise<SignInResult> {
  const session = await openBy(identity, 'link', options, async () =>
    (await identity.auth()).api.magicLinkVerify({ query: { token }, headers: new Headers() }),
  )
  if (session === null) return { kind: 'wrong' }
  const user = await identity.db
    .selectFrom('identity.user')
    .select('email')
    .where('id', '=', session.userId)
    .executeTakeFirst()
  if (user?.email) await forgetTries(identity, 'mail', user.email)
  return { kind: 'signed-in', session }
}
