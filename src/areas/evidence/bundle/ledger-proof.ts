import type { Tx } from '#platform/database/tx.ts'
import type { HashedEntry } from '#platform/ledger/entry-hash.ts'
import { hashedEntries, hashedOf } from '#platform/ledger/hashed-entries.ts'

/** A ledger entry with everything that its hash covers, so that anybody can compute it again without Kept. */
export interface ProvenEntry extends HashedEntry {
  readonly hash: string
  /** What the entry says, with its salt; null when there is none, or when it is withheld or erased: the hash stands all the same. */
  readonly details: { readonly salt: string; readonly text: string } | null
}

/** The ledger's entries about a record, changes and looks, as far as whoever acts may read them. */
export async function ledgerProof(tx: Tx, recordId: string): Promise<ProvenEntry[]> {
  const rows = await hashedEntries(tx).where('e.record_id', '=', recordId).orderBy('e.chain').orderBy('e.seq').execute()
  return rows.map((row) => ({
    ...hashedOf(row),
    hash: row.hash.toString('hex'),
    details: row.salt === null || row.details === null ? null : { salt: row.salt.toString('hex'), text: row.details },
  }))
}
