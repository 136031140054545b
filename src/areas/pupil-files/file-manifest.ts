import { hashOf } from '#areas/evidence/index.ts'
import type { Seal } from '#platform/ledger/seal.ts'
import type { FileFacts } from './file-document.ts'

/** What is in the archive of a pupil's file, as the page that checks it reads it: the paper first, then the evidence. */
export interface FileManifest {
  readonly what: string
  readonly version: number
  readonly school: string
  readonly reference: string
  readonly made_at: string
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly bytes: number
    readonly what: string
  }[]
  readonly left: readonly { readonly what: string; readonly why: string }[]
  readonly seal: { readonly seq: number; readonly hash: string; readonly at: string }
  readonly ledger: readonly never[]
}

/** Names every file of the archive with its hash, and each that stays behind with the reason. */
export function manifestOf(
  { file, cases, school, madeAt }: Pick<FileFacts, 'file' | 'cases' | 'school' | 'madeAt'>,
  pdf: Buffer,
  seal: Seal,
  chosen: ReadonlySet<string>,
): FileManifest {
  const all = cases.flatMap((one) => one.evidence)
  return {
    what: 'kept pupil file',
    version: 1,
    school,
    reference: `Online-safety file of ${file.pupil}`,
    made_at: madeAt.toString(),
    files: [
      { path: 'pupil-file.pdf', sha256: hashOf(pdf), bytes: pdf.length, what: 'The file' },
      ...all.flatMap(({ id, content, what }) => (content !== null && chosen.has(id) ? [{ ...content, what }] : [])),
    ],
    left: all.flatMap(({ id, content, stays, what }) => {
      const why = stays ?? (content !== null && !chosen.has(id) ? 'Left out by hand' : null)
      return why === null ? [] : [{ what, why }]
    }),
    seal: { seq: seal.seq, hash: seal.hash, at: seal.at.toString() },
    ledger: [],
  }
}
