import { AsyncLocalStorage } from 'node:async_hooks'
import type { Secrets } from './secrets.ts'
import { newToken } from './secrets.ts'

/** How somebody signed in. */
export type SignInMethod = 'password' | 'link' | 'letter' | 'card' | 'sample'

/** A person of an organisation, as a sign-in opens it. */
export interface Place {
  readonly organisationId: string
  readonly personId: string
}

/** A session that has just been opened. The token is known here and in the browser, nowhere else. */
export interface SignedIn extends Place {
  readonly token: string
  readonly userId: string
  readonly sessionId: string
}

interface Opening {
  readonly method: SignInMethod
  readonly token: string
  /** The person that this user's session opens, or null when there is none any more. */
  readonly placeOf: (userId: string) => Promise<Place | null>
  opened: SignedIn | null
}

interface SessionRow {
  readonly id?: string
  readonly userId: string
}

const openings = new AsyncLocalStorage<Opening>()

/**
 * Runs a call of better-auth that opens a session, and gives back what it opened.
 *
 * better-auth keeps session tokens as they are. Here the token is made outside of it, and the hook below
 * hands it the HMAC only.
 */
export async function whileOpening(
  method: SignInMethod,
  placeOf: Opening['placeOf'],
  call: () => Promise<unknown>,
): Promise<SignedIn | null> {
  const opening: Opening = { method, token: newToken(), placeOf, opened: null }
  await openings.run(opening, call)
  return opening.opened
}

/** What better-auth asks before it writes a session: no sign-in of ours under way, no session. */
export async function beforeSession(
  secrets: Secrets,
  newSessionId: () => string,
  times: { now: Date; end: Date },
  session: SessionRow,
): Promise<false | { data: Record<string, unknown> }> {
  const opening = openings.getStore()
  const place = await opening?.placeOf(session.userId)
  if (opening === undefined || place === undefined || place === null) return false
  const sessionId = newSessionId()
  opening.opened = { ...place, token: opening.token, userId: session.userId, sessionId }
  return {
    data: {
      id: sessionId,
      organisationId: place.organisationId,
      personId: place.personId,
      method: opening.method,
      token: secrets.hash('session', opening.token),
      createdAt: times.now,
      updatedAt: times.now,
      rotatedAt: times.now,
      seenAt: times.now,
      expiresAt: times.end,
    },
  }
}
