import type { Tx } from '../database/tx.ts'

/** Opens the two chains of a new organisation. */
export async function openChains(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .insertInto('app.ledger_head')
    .values([
      { organisation_id: organisationId, chain: 'main' },
      { organisation_id: organisationId, chain: 'read' },
    ])
    .execute()
}
