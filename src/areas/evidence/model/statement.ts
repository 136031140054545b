import { createHash } from 'node:crypto'
import { canonical } from '#platform/ledger/canonical.ts'
import type { Entry } from './entry.ts'

/** What somebody signs: these words about this item with this content, and no others. */
export interface Statement {
  readonly recordId: string
  readonly evidenceId: string | null
  /** The file's fingerprint, when the item has a file that can be seen. */
  readonly sha256: string | null
  readonly entry: Pick<Entry, 'id' | 'kind' | 'at' | 'notedBy' | 'from' | 'to' | 'fields'>
}

/** SHA-256 of the statement's RFC 8785 text: kept with each signature, so that later words cannot take its place. */
export const hashOfStatement = ({ recordId, evidenceId, sha256, entry }: Statement): Buffer =>
  createHash('sha256')
    .update(
      canonical({
        record: recordId,
        item: evidenceId,
        file: sha256,
        id: entry.id,
        kind: entry.kind,
        at: entry.at.toString(),
        by: entry.notedBy,
        from: entry.from,
        to: entry.to,
        fields: entry.fields,
      }),
    )
    .digest()
