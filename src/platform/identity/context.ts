import type { Kysely } from 'kysely'
import type { Clock } from '#core/clock.ts'
import type { DB } from '../database/schema.ts'
import type { Auth } from './auth.ts'
import type { Secrets } from './secrets.ts'

/** How long a session lives, and when its token changes. */
export interface SessionLimits {
  /** Unused for so long, it is over. */
  readonly idle: Temporal.Duration
  /** Over after so long, used or not. */
  readonly absolute: Temporal.Duration
  readonly rotateEvery: Temporal.Duration
  /** How long the token before the last still answers, for requests that were under way. */
  readonly grace: Temporal.Duration
}

/** What every function of identity works with. */
export interface IdentityContext {
  readonly db: Kysely<DB>
  /** Loads better-auth the first time. */
  readonly auth: () => Promise<Auth>
  readonly secrets: Secrets
  readonly clock: Clock
  readonly limits: SessionLimits
}
