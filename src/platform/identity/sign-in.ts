import type { TryKind } from './attempts.ts'
import { takeTry } from './attempts.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { Place, SignedIn, SignInMethod } from './opening.ts'
import { whileOpening } from './opening.ts'
import { placesOf } from './places.ts'
import { endSession } from './sessions.ts'
import { userByEmail } from './users.ts'

/** The answer to a sign-in. `wrong` says no more: neither whether the account exists, nor that somebody has left. */
export type SignInResult =
  | { readonly kind: 'signed-in'; readonly session: SignedIn }
  | { readonly kind: 'wrong' }
  | TooMany

export interface TooMany {
  readonly kind: 'too-many'
  readonly retryAt: Temporal.Instant
}

export interface SignInOptions {
  /** Which of a user's organisations (and persons) to open, where there are several. */
  readonly wished?: Partial<Place>
  /** The session that this browser had until now: it ends. */
  readonly replaces?: string
}

/** Lets better-auth open a session, and notes it. Null when it refused. */
export async function openBy(
  identity: IdentityContext,
  method: SignInMethod,
  options: SignInOptions & { /** Nothing but the wished-for person: a card is one person's. */ only?: true },
  call: () => Promise<unknown>,
): Promise<SignedIn | null> {
  const placeOf = async (userId: string) => {
    const [place] = await placesOf(identity, userId, options.wished)
    if (place === undefined) return null
    return options.only !== true || place.personId === options.wished?.personId ? place : null
  }
  const session = await whileOpening(method, placeOf, call).catch((fault: unknown) => {
    // Refusals of better-auth are answers; anything else is a fault and stays one.
    if (isRefusal(fault)) return null
    throw fault
  })
  if (session === null) return null
  if (options.replaces !== undefined) await endSession(identity, options.replaces)
  await tellEvents(identity.db, identity.clock, [{ code: 'identity.signed_in', ...pick(session), details: { method } }])
  return session
}

/** Whether better-auth said no, rather than broke. */
const isRefusal = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'APIError' && 'statusCode' in fault && Number(fault.statusCode) < 500

const pick = ({ organisationId, personId, userId }: SignedIn) => ({ organisationId, personId, userId })

/** Whom a failure is told of. */
export interface Concerned {
  readonly organisationId: string
  readonly personId?: string
  readonly userId?: string
}

/** The persons behind a user, for the ledger of each of their organisations. */
export async function personsBehind(identity: IdentityContext, email: string): Promise<Concerned[]> {
  const user = await userByEmail(identity, email)
  if (user === undefined) return []
  return (await placesOf(identity, user.id)).map((place) => ({ ...place, userId: user.id }))
}

/** Notes a try that failed. */
export const tellFailed = (identity: IdentityContext, method: SignInMethod, concerned: readonly Concerned[]) =>
  tellEvents(
    identity.db,
    identity.clock,
    concerned.map((whom) => ({ code: 'identity.failed' as const, ...whom, details: { method } })),
  )

/** Counts a try of a known or unknown name; tells the ledger of those concerned when the door closes. */
export async function mayTry(
  identity: IdentityContext,
  kind: TryKind,
  name: string,
  concerned: () => Promise<readonly Concerned[]>,
): Promise<TooMany | null> {
  const answer = await takeTry(identity, kind, name)
  if (answer.allowed) return null
  if (answer.first) {
    const events = (await concerned()).map((place) => ({
      code: 'identity.locked' as const,
      ...place,
      details: { by: kind },
    }))
    await tellEvents(identity.db, identity.clock, events)
  }
  return { kind: 'too-many', retryAt: answer.retryAt }
}
