import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'

/**
 * Locks a record that the actor may see, whatever its state: for what is done to the whole of it.
 * @throws NotFound for whoever may not see it.
 */
export const lockAny = (tx: Tx, actor: PersonActor, recordId: string) =>
  tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'circle', 'state', 'school_id', 'policy_version_id', 'opened_by'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', recordId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
