import { setTimeout as wait } from 'node:timers/promises'
import { forgetTries } from './attempts.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import { makePass, usePass } from './passes.ts'
import { newToken } from './secrets.ts'
import type { SignInOptions, SignInResult, TooMany } from './sign-in.ts'
import { mayTry, personsBehind } from './sign-in.ts'
import { addressOf } from './users.ts'

/** The answer to "send me a link": the same whether the address is known or not. */
export type MagicLinkAnswer = { readonly kind: 'sent-if-known' } | TooMany

// Longer than making a letter takes, so that the time of the answer does not tell known from unknown.
const ANSWER_AFTER_MS = 200

const LIVES = Temporal.Duration.from({ minutes: 15 })

/** Takes a link to somebody. */
export type SendLink = (to: string, token: string) => Promise<void>

/** Sends a link that signs in once, if the address is somebody's. */
export async function startMagicLink(
  identity: IdentityContext,
  email: string,
  send: SendLink,
): Promise<MagicLinkAnswer> {
  const [answer] = await Promise.all([sendIfKnown(identity, email, send), wait(ANSWER_AFTER_MS)])
  return answer
}

async function sendIfKnown(identity: IdentityContext, text: string, send: SendLink): Promise<MagicLinkAnswer> {
  const email = addressOf(text)
  if (email === null) return { kind: 'sent-if-known' }
  const concerned = await personsBehind(identity, email)
  const tooMany = await mayTry(identity, 'mail', email, async () => concerned)
  if (tooMany !== null) return tooMany
  const [first] = concerned
  if (first?.userId !== undefined) {
    const token = newToken()
    await makePass(identity, { kind: 'link', token, userId: first.userId, lives: LIVES })
    await send(email, token)
    const events = concerned.map((whom) => ({ code: 'identity.link_sent' as const, ...whom }))
    await tellEvents(identity.db, identity.clock, events)
  }
  return { kind: 'sent-if-known' }
}

/** Signs in with the token of a link. A link works once, for a quarter of an hour. */
export async function finishMagicLink(
  identity: IdentityContext,
  token: string,
  options: SignInOptions,
): Promise<SignInResult> {
  const session = await usePass(identity, 'link', token, options)
  if (session === null) return { kind: 'wrong' }
  const user = await identity.db
    .selectFrom('identity.user')
    .select('email')
    .where('id', '=', session.userId)
    .executeTakeFirst()
  if (user?.email) await forgetTries(identity, 'mail', user.email)
  return { kind: 'signed-in', session }
}
