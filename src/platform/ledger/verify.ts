import { createHash } from 'node:crypto'
import type { Tx } from '../database/tx.ts'
import { contextOf } from '../database/tx.ts'
import { entryHash } from './entry-hash.ts'
import { type HashedRow, hashedEntries, hashedOf } from './hashed-entries.ts'

export interface ChainReport {
  readonly chain: 'main' | 'read'
  readonly entries: number
  readonly erasedByRule: number
  /** The first entry that does not hold, or null when the whole chain does. */
  readonly bad: { readonly seq: number; readonly says: string } | null
  readonly head: string
}

const PAGE = 2_000
const START = '0'.repeat(64)

/** Walks one chain from its first entry and names the first that does not hold. Run it as the system actor. */
export async function verifyChain(tx: Tx, chain: 'main' | 'read'): Promise<ChainReport> {
  const organisationId = contextOf(tx).actor.organisationId
  const head = await tx
    .selectFrom('app.ledger_head')
    .select(['seq', 'hash'])
    .where('organisation_id', '=', organisationId)
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow()
  let previous = START
  let seq = 0
  let erased = 0
  for (;;) {
    const rows = await entriesAfter(tx, chain, seq)
    for (const row of rows) {
      const says = fault(row, seq + 1, previous)
      if (says !== null)
        return {
          chain,
          entries: seq,
          erasedByRule: erased,
          bad: { seq: seq + 1, says },
          head: head.hash.toString('hex'),
        }
      if (row.details_hash !== null && row.details === null) erased += 1
      previous = row.hash.toString('hex')
      seq += 1
    }
    if (rows.length < PAGE) break
  }
  const whole = seq === Number(head.seq) && previous === head.hash.toString('hex')
  const bad = whole ? null : { seq: seq + 1, says: `the head says ${head.seq} entries, the chain has ${seq}` }
  return { chain, entries: seq, erasedByRule: erased, bad, head: head.hash.toString('hex') }
}

const entriesAfter = (tx: Tx, chain: 'main' | 'read', seq: number): Promise<HashedRow[]> =>
  hashedEntries(tx).where('e.chain', '=', chain).where('e.seq', '>', String(seq)).orderBy('e.seq').limit(PAGE).execute()

function fault(row: HashedRow, expected: number, previous: string): string | null {
  if (Number(row.seq) !== expected) return `entry ${expected} is missing`
  if (row.previous_hash.toString('hex') !== previous) return 'it does not follow the entry before it'
  const { salt, details, hash, details_hash } = row
  const again = entryHash(hashedOf(row))
  if (!again.equals(hash)) return 'it was changed after it was written'
  if (details === null || salt === null) return null
  if (details_hash === null) return 'it has details that it never had'
  return createHash('sha256').update(salt).update(details).digest().equals(details_hash)
    ? null
    : 'its details were changed after they were written'
}
