import type { Database } from '../database/database.ts'

/** Writes a single-use token down as spent, in the database that all web processes share. Says whether it was new. */
export async function spendOnce(db: Database, nonce: string, until: Temporal.Instant): Promise<boolean> {
  const written = await db.identity
    .insertInto('identity.spent_token')
    .values({ nonce, until_at: until.toString() })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .executeTakeFirst()
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n
}
