import { createHash } from 'node:crypto'
import type { Item } from '../model/item.ts'
import type { BundleFacts } from './facts.ts'
import type { Redaction } from './redact.ts'

/** A file of the bundle, as the manifest names it. */
export interface ManifestFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly what: string
}

/** Which of the items' files go with a bundle, and under which names; the rest stay, and the manifest says why. */
export function filesOf(
  items: readonly Item[],
  wanted: readonly string[],
): { files: (ManifestFile & { item: Item })[]; left: { what: string; why: string }[] } {
  const files: (ManifestFile & { item: Item })[] = []
  const left: { what: string; why: string }[] = []
  for (const item of items) {
    const { file } = item
    const what = `Item ${item.number}`
    if (file === null || file.erased || file.scan === 'infected' || !wanted.includes(item.id)) {
      if (file !== null) left.push({ what, why: whyLeft(file) })
      continue
    }
    const path = `files/item-${item.number}${endingOf(file.type)}`
    files.push({ path, sha256: file.sha256, bytes: file.bytes, what, item })
  }
  return { files, left }
}

const whyLeft = (file: NonNullable<Item['file']>): string => {
  if (file.erased) return 'destroyed'
  return file.scan === 'infected' ? `malicious: ${file.scanSays ?? ''}` : 'not chosen'
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'image/heic': '.heic',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
}

/** The ending of a copy's name, by what its bytes say that it is. */
export const endingOf = (type: string): string => ENDINGS[type] ?? '.bin'

/** The manifest's text: what is in the bundle, and the ledger's entries whole, so that a page can compute them again. */
export function manifestText(
  facts: BundleFacts,
  parts: {
    readonly pdf: Buffer
    readonly files: readonly ManifestFile[]
    readonly left: readonly { what: string; why: string }[]
  },
  redaction: Redaction,
): string {
  const { evidence, ledger, seal, school, at } = facts
  const pdf: ManifestFile = {
    path: 'bundle.pdf',
    sha256: hashOf(parts.pdf),
    bytes: parts.pdf.length,
    what: 'The bundle',
  }
  return JSON.stringify(
    {
      what: 'kept evidence bundle',
      version: 1,
      school,
      reference: evidence.record.reference,
      made_at: at.toString(),
      files: [pdf, ...parts.files.map(({ path, sha256, bytes, what }) => ({ path, sha256, bytes, what }))],
      left: parts.left,
      seal: { seq: seal.seq, hash: seal.hash, at: seal.at.toString() },
      // Details that name somebody who is withheld stay behind: their hash is in the entry, and can be shown later.
      ledger: ledger.map((entry) =>
        entry.details !== null && redaction.touches(wordsIn(entry.details.text))
          ? { ...entry, details: null, withheld: true }
          : entry,
      ),
    },
    null,
    1,
  )
}

/** The words of an entry as they were typed: in its text the `n` of a line end stands right before a name and hides it. */
function wordsIn(details: string): string {
  const words: string[] = []
  JSON.parse(details, (key, value: unknown) => {
    words.push(key)
    if (typeof value === 'string') words.push(value)
    return value
  })
  return words.join('\n')
}

/** SHA-256 as hexadecimal. */
export const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
