import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '../database/tx.ts'
import { openAuth } from './auth.ts'
import { signInWithCard } from './card-sign-in.ts'
import type { Card, CardHolder, IssuedCard } from './cards.ts'
import { cardsOf, issueCard, revokeCard } from './cards.ts'
import { changePlace } from './change-place.ts'
import type { Confirmed } from './confirm-password.ts'
import { confirmPassword } from './confirm-password.ts'
import type { IdentityContext, SessionLimits } from './context.ts'
import type { SessionCookie } from './cookies.ts'
import { sessionCookie } from './cookies.ts'
import { ensureUsers } from './ensure-users.ts'
import { makeFirstAccount } from './first-account.ts'
import type { IssuedLetter } from './letters.ts'
import { issueLetter, lettersWaiting, signInWithLetter } from './letters.ts'
import type { MagicLinkAnswer } from './magic-link.ts'
import { finishMagicLink, startMagicLink } from './magic-link.ts'
import type { Place, SignedIn } from './opening.ts'
import type { SetPasswordResult } from './password-sign-in.ts'
import { setPassword, signInWithPassword } from './password-sign-in.ts'
import type { PasswordRules } from './passwords.ts'
import { argon2id } from './passwords.ts'
import { placesOf } from './places.ts'
import { openSecrets } from './secrets.ts'
import type { Session } from './sessions.ts'
import { endSession, endSessionsOf, sessionOfToken } from './sessions.ts'
import { checkSetupToken, createSetupToken, spendSetupToken } from './setup-token.ts'
import type { SignInOptions, SignInResult } from './sign-in.ts'
import { openBy } from './sign-in.ts'
import { openStore } from './store.ts'
import { tidyIdentity } from './tidy.ts'
import type { PersonToSignIn } from './users.ts'
import { endAccess, endAccessOf, ensureUser, userOf } from './users.ts'
import type { NoLetter } from './why-no-letter.ts'
import { whyNoLetter } from './why-no-letter.ts'

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
  /** Whether somebody is who they say, in anybody's session: none is opened or changed. */
  confirmPassword(person: { organisationId: string; personId: string }, password: string): Promise<Confirmed>
  startMagicLink(email: string): Promise<MagicLinkAnswer>
  finishMagicLink(token: string, options?: SignInOptions): Promise<SignInResult>
  signInWithCard(input: { classCode: string; cardCode: string } & SignInOptions): Promise<SignInResult>
  issueCard(holder: CardHolder): Promise<IssuedCard>
  revokeCard(organisationId: string, cardId: string): Promise<boolean>
  cardsOf(organisationId: string, classCode?: string): Promise<Card[]>
  signInWithLetter(input: { code: string } & SignInOptions): Promise<SignInResult>
  /** In the transaction that writes down who printed it. @throws Refused for somebody who may not get one. */
  issueLetter(tx: Tx, person: PersonToSignIn): Promise<IssuedLetter>
  whyNoLetter(organisationId: string, personIds: readonly string[]): Promise<Map<string, NoLetter>>
  lettersWaiting(organisationId: string, personIds: readonly string[]): Promise<Map<string, Temporal.Instant>>
  /** Signs in as an invented person. @throws Forbidden outside the sample. */
  signInAs(userId: string, options?: SignInOptions): Promise<SignedIn>
  ensureUser(person: PersonToSignIn): Promise<string>
  ensureUsers(people: readonly PersonToSignIn[]): Promise<void>
  userOf(organisationId: string, personId: string): Promise<string | null>
  /** The persons that a user may be, in all organisations. */
  placesOf(userId: string): Promise<Place[]>
  changePlace(session: Session, place: Place): Promise<void>
  endAccess(organisationId: string, personId: string): Promise<void>
  /** For many at once; whoever has no way in any more is passed over. */
  endAccessOf(organisationId: string, personIds: readonly string[]): Promise<void>
  /** The session of a Cookie header. A token without the cookie's name is not believed: a cookie may have no name. */
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>
  sessionOfToken(token: string): Promise<Session | null>
  signOut(token: string): Promise<void>
  /** Ends all sessions of a user; `except` is a session id. Says how many. */
  signOutEverywhere(userId: string, except?: string): Promise<number>
  createSetupToken(): Promise<string>
  /** Whether a token opens the set-up page; a wrong one counts. */
  checkSetupToken(token: string): Promise<boolean>
  /** Spends a token in a transaction: of two at once the second waits, and is told no. */
  spendSetupToken(tx: Tx, token: string): Promise<boolean>
  /** The first administrator's password, in the transaction that makes them. Their first session is opened afterwards. */
  makeFirstAccount(tx: Tx, person: PersonToSignIn, password: string): Promise<void>
  /** Forgets what is over; for a daily job. */
  tidy(): Promise<void>
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
  const auth = once(() =>
    openAuth({
      store,
      secrets,
      clock,
      baseUrl: options.baseUrl,
      absolute: limits.absolute,
      passwords: argon2id,
    }),
  )
  const identity: IdentityContext = { db: store.db, auth, secrets, clock, limits }
  const cookie = sessionCookie(options.secureCookies)
  return {
    cookie,
    signInWithPassword: (input) => signInWithPassword(identity, input),
    setPassword: (userId, password, rules, more) => setPassword(identity, userId, password, rules, more),
    confirmPassword: (person, password) => confirmPassword(identity, person, password),
    startMagicLink: (email) =>
      startMagicLink(identity, email, (to, token) =>
        options.sendMagicLink(to, `${options.baseUrl}/sign-in/link?token=${token}`),
      ),
    finishMagicLink: (token, more) => finishMagicLink(identity, token, more ?? {}),
    signInWithCard: (input) => signInWithCard(identity, input),
    issueCard: (holder) => issueCard(identity, holder),
    revokeCard: (organisationId, cardId) => revokeCard(identity, organisationId, cardId),
    cardsOf: (organisationId, classCode) => cardsOf(identity, organisationId, classCode),
    signInWithLetter: (input) => signInWithLetter(identity, input),
    issueLetter: (tx, person) => issueLetter({ ...identity, db: tx }, person),
    whyNoLetter: (organisationId, personIds) => whyNoLetter(identity, organisationId, personIds),
    lettersWaiting: (organisationId, personIds) => lettersWaiting(identity, organisationId, personIds),
    signInAs: (userId, more) => signInAs(identity, options.sample === true, userId, more ?? {}),
    ensureUser: (person) => ensureUser(identity, person),
    ensureUsers: (people) => ensureUsers(identity, people),
    userOf: (organisationId, personId) => userOf(identity, { organisationId, personId }),
    placesOf: (userId) => placesOf(identity, userId),
    changePlace: (session, place) => changePlace(identity, session, place),
    endAccess: (organisationId, personId) => endAccess(identity, { organisationId, personId }),
    endAccessOf: (organisationId, personIds) => endAccessOf(identity, organisationId, personIds),
    sessionOf: async (cookieHeader) => {
      const token = cookie.read(cookieHeader)
      return token === null ? null : sessionOfToken(identity, token)
    },
    sessionOfToken: (token) => sessionOfToken(identity, token),
    signOut: async (token) => void (await endSession(identity, token)),
    signOutEverywhere: (userId, except) => endSessionsOf(identity, userId, except),
    createSetupToken: () => createSetupToken(identity),
    checkSetupToken: (token) => checkSetupToken(identity, token),
    spendSetupToken: (tx, token) => spendSetupToken({ ...identity, db: tx }, token),
    makeFirstAccount: (tx, person, password) => makeFirstAccount({ ...identity, db: tx }, person, password),
    tidy: () => tidyIdentity(identity),
    close: () => store.close(),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function signInAs(
  identity: IdentityContext,
  sample: boolean,
  userId: string,
  options: SignInOptions,
): Promise<SignedIn> {
  if (!sample) throw new Forbidden('identity.sample.only')
  const session = await openBy(identity, 'sample', options, async () =>
    (await identity.auth()).api.openSessionFor({ body: { userId } }),
  )
  if (session === null) throw new Forbidden('identity.user.gone')
  return session
}
