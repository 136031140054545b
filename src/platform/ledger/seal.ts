import type { Tx } from '../database/tx.ts'
import { contextOf } from '../database/tx.ts'

/** The ledger's head at a moment: print it anywhere outside, and a rewritten history can be told. */
export interface Seal {
  readonly seq: number
  readonly hash: string
  readonly at: Temporal.Instant
}

/** The head of the organisation's main chain as this transaction sees it. */
export async function currentSeal(tx: Tx): Promise<Seal> {
  const head = await tx
    .selectFrom('app.ledger_head')
    .select(['seq', 'hash', 'at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('chain', '=', 'main')
    .executeTakeFirstOrThrow()
  return { seq: Number(head.seq), hash: head.hash.toString('hex'), at: Temporal.Instant.from(head.at) }
}

/** The first twelve digits in groups of four, as pages show a seal. */
export const shortSeal = (seal: Seal): string => (seal.hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ')
