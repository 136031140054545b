import { readEvidence } from '#areas/evidence/index.ts'
import { sayEvidence } from '#pack/sentences/evidence-words.ts'
import type { Tx } from '#platform/database/tx.ts'

/** A piece of evidence as the next school reads of it: what it is and its fingerprint, and nobody's name. */
export interface FileEvidence {
  readonly what: string
  readonly taken: Temporal.Instant
  /** The fingerprint of its file, by which a copy can be known again; in words where there is none to be had. */
  readonly file: string
  /** The file that may go along. */
  readonly content: { readonly sha256: string; readonly type: string } | null
}

/**
 * The evidence of a case for the next school. What was entered by mistake stays behind; locked files are not even named by
 * their fingerprint, because nobody can find them.
 */
export async function evidenceOfCase(tx: Tx, recordId: string, reference: string): Promise<readonly FileEvidence[]> {
  const { record, items } = await readEvidence(tx, recordId)
  return items
    .filter((item) => item.entries.every((entry) => entry.kind !== 'withdrawn'))
    .map((item) => {
      const { file } = item
      const goes = file !== null && !file.erased && file.scan !== 'infected' && !record.never && !record.filesLocked
      return {
        what: `${reference}, item ${item.number}: ${sayEvidence(item.kind)}`,
        taken: item.entries.find((entry) => entry.kind === 'captured')?.at ?? item.enteredAt,
        file:
          file === null
            ? sayNone(record.never || record.filesLocked)
            : file.erased
              ? 'Destroyed'
              : `SHA-256 ${file.sha256}`,
        content: goes ? { sha256: file.sha256, type: file.type } : null,
      }
    })
}

const sayNone = (shut: boolean): string => (shut ? 'No file goes with this case' : 'No file')
