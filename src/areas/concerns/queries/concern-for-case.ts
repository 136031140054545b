import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What a concern says, for opening a case from it. */
export async function readConcernForCase(tx: Tx, concernId: string): Promise<{ id: string; body: string }> {
  return tx
    .selectFrom('app.concern')
    .select(['id', 'body'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', concernId)
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
}
