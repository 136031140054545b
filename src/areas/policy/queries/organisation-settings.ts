import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The organisation as pages need it. */
export interface OrganisationSettings {
  readonly name: string
  readonly slug: string
  readonly zone: string
}

/** Name, address and zone of the organisation of this transaction. */
export async function readSettings(tx: Tx): Promise<OrganisationSettings> {
  return tx
    .selectFrom('app.organisation')
    .select(['name', 'slug', 'zone'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .executeTakeFirstOrThrow(() => new NotFound('organisation.missing'))
}
