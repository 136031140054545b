import type { createAuthEndpoint } from 'better-auth/api'
import * as z from 'zod'
import type { Clock } from '#core/clock.ts'
import { newId } from '#core/ids.ts'
import { beforeSession } from './opening.ts'
import type { PasswordHasher } from './passwords.ts'
import { LONGEST_PASSWORD } from './passwords.ts'
import type { Secrets } from './secrets.ts'
import type { IdentityStore } from './store.ts'

/** What better-auth needs from us. */
export interface AuthParts {
  readonly store: IdentityStore
  readonly secrets: Secrets
  readonly clock: Clock
  readonly baseUrl: string
  readonly absolute: Temporal.Duration
  readonly passwords: PasswordHasher
}

// Overrides the library's own column: whatever it finds in the headers, nothing reaches the database.
const never = { type: 'string', required: false, input: false, transform: { input: () => undefined } } as const
const text = { type: 'string', required: true, input: false } as const
const time = { type: 'date', required: true, input: false } as const

/**
 * better-auth, set up for our tables. It is called through `api` only; none of its own routes is mounted.
 * Loading it takes longer than a first page may: it comes when somebody signs in.
 */
export async function openAuth(parts: AuthParts) {
  const [{ betterAuth }, api] = await Promise.all([import('better-auth'), import('better-auth/api')])
  const { store, secrets, clock } = parts
  return betterAuth({
    baseURL: parts.baseUrl,
    secret: secrets.forLibrary,
    database: { db: store.forLibrary, type: 'postgres', transaction: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId(clock), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: LONGEST_PASSWORD,
      password: parts.passwords,
    },
    session: {
      additionalFields: {
        ipAddress: never,
        userAgent: never,
        organisationId: text,
        personId: text,
        method: text,
        rotatedAt: time,
        seenAt: time,
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session) => beforeSession(secrets, () => newId(clock), timesFrom(parts), session),
        },
      },
    },
    plugins: [openSession(api.createAuthEndpoint)],
  })
}

export type Auth = Awaited<ReturnType<typeof openAuth>>

type CreateEndpoint = typeof createAuthEndpoint

// Cards, passes and the sample's one-click sign-in have proved the user by other means: this plugin opens their session.
const openSession = (endpoint: CreateEndpoint) =>
  ({
    id: 'kept-open-session',
    endpoints: {
      openSessionFor: endpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.uuid() }) }, async (ctx) => {
        await ctx.context.internalAdapter.createSession(ctx.body.userId)
        return ctx.json({ done: true })
      }),
    },
  }) as const

function timesFrom(parts: AuthParts): { now: Date; end: Date } {
  const now = parts.clock.now()
  return { now: new Date(now.epochMilliseconds), end: new Date(now.add(parts.absolute).epochMilliseconds) }
}
