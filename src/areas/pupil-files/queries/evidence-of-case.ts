import { endingOf, evidencePaths, readEvidence } from '#areas/evidence/index.ts'
import { sayEvidence } from '#pack/sentences/evidence-words.ts'
import type { Tx } from '#platform/database/tx.ts'

/** A piece of evidence as the next school reads of it: what it is and its fingerprint, and nobody's name. */
export interface FileEvidence {
  readonly id: string
  readonly what: string
  readonly taken: Temporal.Instant
  /** The fingerprint of its file, by which a copy can be known again; in words where there is none to be had. */
  readonly file: string
  /** The file that may go along, and where it stands in the archive. */
  readonly content: { readonly sha256: string; readonly bytes: number; readonly path: string } | null
  /** There is a file, or there was, or nobody may know of it: why it can go nowhere. */
  readonly stays: string | null
  /** Where whoever makes the file looks at it first. */
  readonly href: string
}

type Item = Awaited<ReturnType<typeof readEvidence>>['items'][number]

/**
 * The evidence of a case for the next school. What was entered by mistake stays behind; locked files are not even named by
 * their fingerprint, because nobody can find them.
 */
export async function evidenceOfCase(tx: Tx, recordId: string, reference: string): Promise<readonly FileEvidence[]> {
  const { record, items } = await readEvidence(tx, recordId)
  const shut = record.never || record.filesLocked
  return items
    .filter((item) => item.entries.every((entry) => entry.kind !== 'withdrawn'))
    .map((item) => {
      const { file } = item
      const stays = whyItStays(item, shut)
      return {
        id: item.id,
        what: `${reference}, item ${item.number}: ${sayEvidence(item.kind)}`,
        taken: item.entries.find((entry) => entry.kind === 'captured')?.at ?? item.enteredAt,
        file: file === null || file.erased ? (stays ?? 'No file') : `SHA-256 ${file.sha256}`,
        content:
          file === null || stays !== null
            ? null
            : {
                sha256: file.sha256,
                bytes: file.bytes,
                path: `files/${reference}-item-${item.number}${endingOf(file.type)}`,
              },
        stays,
        href: evidencePaths.item.to(item.id),
      }
    })
}

function whyItStays({ kind, file }: Item, shut: boolean): string | null {
  if (shut) return kind === 'file' || kind === 'screenshot' ? 'No file goes with this case' : null
  if (file === null) return null
  if (file.erased) return 'Destroyed'
  return file.scan === 'infected' ? 'Malicious' : null
}
