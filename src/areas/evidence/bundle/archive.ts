import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import type { FormReader } from '#core/form.ts'
import type { Files } from '#platform/files/files.ts'
import type { ManifestFile } from './manifest.ts'
import { zipLocked } from './zip.ts'

/** What goes out under one password. */
export interface Archive {
  readonly organisationId: string
  readonly document: { readonly name: string; readonly content: Buffer }
  /** Names every file with its hash; the page that comes along computes them again. */
  readonly manifest: string
  /** Originals out of the store of evidence. */
  readonly files: readonly Pick<ManifestFile, 'path' | 'sha256'>[]
  readonly password: string
  readonly at: Temporal.Instant
}

/** Streams a document, its manifest, the page that checks it without Kept, and the originals, as one locked archive. */
export async function lockedArchive({ evidence }: Pick<Files, 'evidence'>, archive: Archive): Promise<Readable> {
  const verify = await readFile(createRequire(import.meta.url).resolve('#areas/evidence/bundle/verify.html'))
  const made = (name: string, content: Buffer) => ({ name, content: async () => Readable.from([content]) })
  const parts = [
    made(archive.document.name, archive.document.content),
    made('manifest.json', Buffer.from(archive.manifest)),
    made('verify.html', verify),
    ...archive.files.map(({ path, sha256 }) => ({
      name: path,
      content: async () => (await evidence.open(archive.organisationId, sha256)).content,
    })),
  ]
  return zipLocked(parts, archive.password, archive.at)
}

const LEAST = 12

/** Reads the password of an archive as it was typed; a short one is a fault. */
export function readArchivePassword(reader: FormReader, body: unknown): string {
  const password = typeof body === 'object' && body !== null && 'password' in body ? String(body.password) : ''
  if ([...password].length < LEAST)
    reader.fault('password', `Use ${LEAST} characters or more: three words that do not belong together`)
  return password
}
