import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { DB, IdentitySession } from '../database/schema.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { Place, SignInMethod } from './opening.ts'

/** Who a request comes from. */
export interface Session extends Place {
  readonly userId: string
  readonly sessionId: string
  readonly method: string
  /** When they last proved who they are. Pages that matter may ask again. */
  readonly freshAt: Temporal.Instant
  /** The token that the browser should show from now on. */
  readonly rotateTo?: string
}

// A row is touched at most once a minute, or every page view would be a write.
const TOUCH_EVERY = Temporal.Duration.from({ minutes: 1 })

/** The session that a token opens, or null; renews the token when it is old. */
export async function sessionOfToken(identity: IdentityContext, token: string): Promise<Session | null> {
  const hash = identity.secrets.hash('session', token)
  const row = await findSession(identity, hash)
  if (row === undefined) {
    await endReplayed(identity, hash)
    return null
  }
  const session: Session = {
    userId: row.user_id,
    sessionId: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    method: row.method,
    freshAt: Temporal.Instant.from(row.created_at),
  }
  if (row.next_token === hash) {
    await promote(identity, row.id, row.token, hash)
    return session
  }
  const rotates = row.previous_token === hash || isOver(identity, row.rotated_at, identity.limits.rotateEvery)
  if (!rotates) {
    if (isOver(identity, row.seen_at, TOUCH_EVERY)) await touch(identity, row.id)
    return session
  }
  // The next token follows from this one, so that ten requests at once are all handed the same.
  const rotateTo = identity.secrets.hash('next session', token)
  if (row.token === hash && row.next_token === null) await offer(identity, row.id, hash, rotateTo)
  else if (isOver(identity, row.seen_at, TOUCH_EVERY)) await touch(identity, row.id)
  return { ...session, rotateTo }
}

const isOver = (identity: IdentityContext, since: string, span: Temporal.Duration): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(since).add(span), identity.clock.now()) <= 0

const ago = (identity: IdentityContext, span: Temporal.Duration): string =>
  identity.clock.now().subtract(span).toString()

type Found = Omit<Selectable<IdentitySession>, 'updated_at' | 'expires_at'>

/** One function of the database finds the session and asks whether the person is still there. */
async function findSession(identity: IdentityContext, hash: string): Promise<Found | undefined> {
  const { idle, grace } = identity.limits
  // Each column by its name: a statement of all of them is planned again for every request.
  const { rows } = await sql<Found>`select id, user_id, organisation_id, person_id, method, token, next_token,
      previous_token, created_at, rotated_at, seen_at from identity.find_session(${hash},
    ${identity.clock.now().toString()}, ${ago(identity, idle)}, ${ago(identity, grace)})`.execute(identity.db)
  return rows[0]
}

/** Hands out the next token. The old one stays good until the new one is seen: an answer may get lost on the way. */
const offer = (identity: IdentityContext, id: string, hash: string, rotateTo: string) =>
  identity.db
    .updateTable('identity.session')
    .set({
      next_token: identity.secrets.hash('session', rotateTo),
      seen_at: identity.clock.now().toString(),
    })
    .where('id', '=', id)
    .where('token', '=', hash)
    .execute()

/** The browser has shown its new token: the old one dies, after the moment that requests under way need. */
const promote = (identity: IdentityContext, id: string, old: string, hash: string) =>
  identity.db
    .updateTable('identity.session')
    .set({
      previous_token: old,
      token: hash,
      next_token: null,
      rotated_at: identity.clock.now().toString(),
      seen_at: identity.clock.now().toString(),
      updated_at: identity.clock.now().toString(),
    })
    .where('id', '=', id)
    .where('next_token', '=', hash)
    .execute()

const touch = (identity: IdentityContext, id: string) =>
  identity.db
    .updateTable('identity.session')
    .set({ seen_at: identity.clock.now().toString() })
    .where('id', '=', id)
    .execute()

/** A dead token was shown: somebody has a copy. Nobody can say who the owner is, so the session ends for both. */
async function endReplayed(identity: IdentityContext, hash: string): Promise<void> {
  await endSessions(identity, 'identity.token_replayed', (row) =>
    row.and([
      row('previous_token', '=', hash),
      row('rotated_at', '<=', ago(identity, identity.limits.grace)),
      row('expires_at', '>', identity.clock.now().toString()),
    ]),
  )
}

/** Signs one session out. */
export const endSession = (identity: IdentityContext, token: string): Promise<number> => {
  const hash = identity.secrets.hash('session', token)
  return endSessions(identity, 'identity.signed_out', (row) =>
    row.or([row('token', '=', hash), row('next_token', '=', hash), row('previous_token', '=', hash)]),
  )
}

/** Ends every session of a user, except one if told. */
export const endSessionsOf = (identity: IdentityContext, userId: string, except?: string): Promise<number> =>
  endSessions(identity, 'identity.signed_out', (row) =>
    row.and([row('user_id', '=', userId), ...(except === undefined ? [] : [row('id', '<>', except)])]),
  )

type Which = (row: ExpressionBuilder<DB, 'identity.session'>) => Expression<SqlBool>

async function endSessions(
  identity: IdentityContext,
  code: 'identity.signed_out' | 'identity.token_replayed',
  which: Which,
): Promise<number> {
  const ended = await identity.db
    .deleteFrom('identity.session')
    .where((row) => which(row))
    .returning(['user_id', 'organisation_id', 'person_id'])
    .execute()
  const events = ended.map((row) => ({
    code,
    organisationId: row.organisation_id,
    personId: row.person_id,
    userId: row.user_id,
  }))
  await tellEvents(identity.db, identity.clock, events)
  return ended.length
}

export type { SignInMethod }
