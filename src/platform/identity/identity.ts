import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import { Forbidden } from '#core/errors.ts'
import { openAuth } from './auth.ts'
import type { IdentityContext, SessionLimits } from './context.ts'
import type { SessionCookie } from './cookies.ts'
import { sessionCookie } from './cookies.ts'
import type { Place, SignedIn } from './opening.ts'
import type { SetPasswordResult } from './password-sign-in.ts'
import { setPassword, signInWithPassword } from './password-sign-in.ts'
import type { PasswordRules } from './passwords.ts'
import { placesOf } from './places.ts'
import { openSecrets } from './secrets.ts'
import type { Session } from './sessions.ts'
import { endSession, endSessionsOf, sessionOfToken } from './sessions.ts'
import type { SignInOptions, SignInResult } from './sign-in.ts'
import { openBy } from './sign-in.ts'
import { openStore } from './store.ts'
import type { PersonToSignIn } from './users.ts'
import { endAccess, ensureUser, userOf } from './users.ts'

export interface IdentityOptions {
  readonly webUrl: string
  /** At least 32 bytes, kept outside the database. */
  readonly secret: Uint8Array
  readonly baseUrl: string
  readonly secureCookies: boolean
  readonly sendMagicLink: (to: string, url: string) => Promise<void>
  /** Lets `signInAs` work. Only ever for invented people. */
  readonly sample?: boolean
  readonly clock?: Clock
  readonly limits?: Partial<SessionLimits>
}

/** Who signs in and stays signed in. Stores no IP address and no user agent. */
export interface Identity {
  readonly cookie: SessionCookie
  signInWithPassword(input: { login: string; password: string } & SignInOptions): Promise<SignInResult>
  setPassword(
    userId: string,
    password: string,
    rules: PasswordRules,
    options?: { keep?: string },
  ): Promise<SetPasswordResult>
  /** Signs in as an invented person. @throws Forbidden outside the sample. */
  signInAs(userId: string, options?: SignInOptions): Promise<SignedIn>
  ensureUser(person: PersonToSignIn): Promise<string>
  userOf(organisationId: string, personId: string): Promise<string | null>
  placesOf(userId: string): Promise<Place[]>
  endAccess(organisationId: string, personId: string): Promise<void>
  /** Takes a Cookie header or a bare token. */
  sessionOf(shown: string | undefined): Promise<Session | null>
  signOut(token: string): Promise<void>
  /** Ends all sessions of a user; `except` is a session id. Says how many. */
  signOutEverywhere(userId: string, except?: string): Promise<number>
  close(): Promise<void>
}

const LIMITS: SessionLimits = {
  idle: Temporal.Duration.from({ hours: 1 }),
  absolute: Temporal.Duration.from({ hours: 12 }),
  rotateEvery: Temporal.Duration.from({ minutes: 15 }),
  grace: Temporal.Duration.from({ seconds: 20 }),
}

/** Opens identity on a small pool of its own. */
export function openIdentity(options: IdentityOptions): Identity {
  const store = openStore(options.webUrl)
  const secrets = openSecrets(options.secret)
  const clock = options.clock ?? systemClock
  const limits = { ...LIMITS, ...options.limits }
  const auth = openAuth({
    store,
    secrets,
    clock,
    baseUrl: options.baseUrl,
    absolute: limits.absolute,
    magicLinkSeconds: 15 * 60,
    sendMagicLink: (to, token) => options.sendMagicLink(to, `${options.baseUrl}/sign-in/link?token=${token}`),
  })
  const identity: IdentityContext = { db: store.db, auth, secrets, clock, limits }
  const cookie = sessionCookie(options.secureCookies)
  return {
    cookie,
    signInWithPassword: (input) => signInWithPassword(identity, input),
    setPassword: (userId, password, rules, more) => setPassword(identity, userId, password, rules, more),
    signInAs: (userId, more) => signInAs(identity, options.sample === true, userId, more ?? {}),
    ensureUser: (person) => ensureUser(identity, person),
    userOf: (organisationId, personId) => userOf(identity, { organisationId, personId }),
    placesOf: (userId) => placesOf(identity, userId),
    endAccess: (organisationId, personId) => endAccess(identity, { organisationId, personId }),
    sessionOf: async (shown) => {
      const token = shown?.includes('=') ? cookie.read(shown) : shown
      return token ? sessionOfToken(identity, token) : null
    },
    signOut: async (token) => void (await endSession(identity, token)),
    signOutEverywhere: (userId, except) => endSessionsOf(identity, userId, except),
    close: () => store.close(),
  }
}

async function signInAs(
  identity: IdentityContext,
  sample: boolean,
  userId: string,
  options: SignInOptions,
): Promise<SignedIn> {
  if (!sample) throw new Forbidden('identity.sample.only')
  const session = await openBy(identity, 'sample', options, () =>
    identity.auth.api.openSessionFor({ body: { userId } }),
  )
  if (session === null) throw new Forbidden('identity.user.gone')
  return session
}
