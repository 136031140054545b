import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'

const MOST_WRONG = 60
const WINDOW = Temporal.Duration.from({ minutes: 1 })

/** Counts wrong receipts for each organisation, never for a person or an address. */
export interface WrongReceipts {
  /** Too many were wrong in the last minute: nobody is let try until it is over. */
  full(organisationId: string): Promise<boolean>
  note(organisationId: string): Promise<void>
}

/**
 * A receipt has sixteen digits, so even this many tries a minute find none in a lifetime; a school of children with real
 * codes never comes near it. The count is in the database: with ten web processes it is not ten times as many.
 */
export function countWrongReceipts(db: Database): WrongReceipts {
  const keyOf = (organisationId: string) => `receipt:${organisationId}`
  const over = () => db.clock.now().subtract(WINDOW).toString()
  return {
    async full(organisationId) {
      const held = await db.identity
        .selectFrom('identity.attempt')
        .select('tries')
        .where('key', '=', keyOf(organisationId))
        .where('began_at', '>', over())
        .executeTakeFirst()
      return (held?.tries ?? 0) >= MOST_WRONG
    },
    async note(organisationId) {
      await db.identity
        .insertInto('identity.attempt')
        .values({ key: keyOf(organisationId), tries: 1, began_at: db.clock.now().toString() })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            tries: sql`case when attempt.began_at <= ${over()}::timestamptz then 1 else least(attempt.tries + 1, 1000000) end`,
            began_at: sql`case when attempt.began_at <= ${over()}::timestamptz then excluded.began_at else attempt.began_at end`,
          }),
        )
        .execute()
    },
  }
}
