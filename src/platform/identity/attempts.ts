import { sql } from 'kysely'
import type { IdentityContext } from './context.ts'

/** So many tries within a window that begins with the first. */
export interface TryLimit {
  readonly tries: number
  readonly window: Temporal.Duration
}

/** What is counted: never an address of the network, because on signing day a whole school is one. */
export type TryKind = 'account' | 'card' | 'class' | 'mail'

const minutes = (count: number): Temporal.Duration => Temporal.Duration.from({ minutes: count })

/** A class may mistype as often as thirty children do; 41 random bits on each card stand behind it. */
const TRY_LIMITS: Readonly<Record<TryKind, TryLimit>> = {
  account: { tries: 10, window: minutes(15) },
  card: { tries: 10, window: minutes(15) },
  class: { tries: 150, window: minutes(15) },
  mail: { tries: 5, window: minutes(15) },
}

export type Try =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly retryAt: Temporal.Instant /** The try that closed the door. */
      readonly first: boolean
    }

/** Counts a try before it is made, so that a thousand at once are counted too. */
export async function takeTry(identity: IdentityContext, kind: TryKind, name: string): Promise<Try> {
  const { tries, window } = TRY_LIMITS[kind]
  const now = identity.clock.now()
  const over = now.subtract(window).toString()
  const row = await identity.db
    .insertInto('identity.attempt')
    .values({ key: keyOf(identity, kind, name), tries: 1, began_at: now.toString() })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        // Capped: whoever knocks for a week must not make the counter overflow.
        tries: sql`case when attempt.began_at <= ${over}::timestamptz then 1 else least(attempt.tries + 1, 1000000) end`,
        began_at: sql`case when attempt.began_at <= ${over}::timestamptz then excluded.began_at else attempt.began_at end`,
      }),
    )
    .returning(['tries', 'began_at'])
    .executeTakeFirstOrThrow()
  if (row.tries <= tries) return { allowed: true }
  const retryAt = Temporal.Instant.from(row.began_at).add(window)
  return { allowed: false, retryAt, first: row.tries === tries + 1 }
}

/** Takes one try back: it was right, and a right one is not counted. */
export async function giveTryBack(identity: IdentityContext, kind: TryKind, name: string): Promise<void> {
  await identity.db
    .updateTable('identity.attempt')
    .set({ tries: sql`tries - 1` })
    .where('key', '=', keyOf(identity, kind, name))
    .where('tries', '>', 0)
    .execute()
}

/** Forgets all tries: whoever is in has shown that they know. */
export async function forgetTries(identity: IdentityContext, kind: TryKind, name: string): Promise<void> {
  await identity.db
    .deleteFrom('identity.attempt')
    .where('key', '=', keyOf(identity, kind, name))
    .execute()
}

const keyOf = (identity: IdentityContext, kind: TryKind, name: string): string =>
  `${kind}:${identity.secrets.hash('attempt', `${kind}:${name}`)}`
