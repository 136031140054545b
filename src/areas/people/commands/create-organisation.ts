import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { openChains } from '#platform/ledger/open-chains.ts'

export interface CreateOrganisation {
  readonly slug: string
  readonly name: string
  readonly zone?: string
  /** Stamped for good: an invented organisation never becomes a real one. */
  readonly sample: boolean
}

/** Makes a tenant: its row and its two chains in the ledger. Run as the system actor of the new organisation's id. */
export async function createOrganisation(tx: Tx, actor: Actor, input: CreateOrganisation): Promise<void> {
  await tx
    .insertInto('app.organisation')
    .values({
      organisation_id: actor.organisationId,
      slug: input.slug,
      name: input.name,
      sample: input.sample,
      ...(input.zone === undefined ? {} : { zone: input.zone }),
    })
    .execute()
  await openChains(tx, actor.organisationId)
  recordEvent(tx, {
    code: 'organisation.created',
    subject: { kind: 'organisation', id: actor.organisationId },
    details: { ...input },
  })
}
