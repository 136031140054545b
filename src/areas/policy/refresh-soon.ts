import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'

/** Has the squares computed again once this change is in; many changes at once cause one computation. */
export const refreshSoon = (tx: Tx): Promise<void> =>
  enqueue(tx, 'refresh_standings', {}, { key: `standings:${contextOf(tx).actor.organisationId}` })
