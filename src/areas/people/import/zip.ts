import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refused } from '#core/errors.ts'
import { type RosterLimits, tooLarge, wanted } from './limits.ts'
import type { RosterFiles } from './types.ts'

/**
 * Reads the files of a zip into memory. Sizes are counted while unpacking, because a zip may lie about them; names
 * with folders are refused, as the specification allows none.
 */
export async function readZip(bytes: Uint8Array, limits: RosterLimits): Promise<RosterFiles> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (zip.entryCount > limits.entries)
    throw new Refused('roster.zip.entries', `The zip holds ${zip.entryCount} files; a roster has fewer than 30.`)
  const files = new Map<string, Uint8Array>()
  let left = limits.totalBytes
  for (const entry of await entries(zip)) {
    const name = nameIn(entry)
    if (name === null) continue
    const known = wanted(name)
    if (files.has(known ?? name)) throw new Refused('roster.zip.twice', `The zip holds ${name} twice.`)
    const content = known === null ? new Uint8Array() : await unpack(zip, entry, Math.min(left, limits.fileBytes))
    left -= content.byteLength
    files.set(known ?? name, content)
  }
  if (files.size === 0) throw new Refused('roster.empty', 'There are no CSV files in the zip.')
  return files
}

/** The name of a CSV file; null for what a Mac or a folder leaves behind. */
function nameIn(entry: Entry): string | null {
  const name = entry.fileName
  if (name.startsWith('__MACOSX/') || name.endsWith('.DS_Store')) return null
  if (/[/\\]/.test(name))
    throw new Refused('roster.zip.folder', `“${name.slice(0, 100)}” is inside a folder. Zip the CSV files themselves.`)
  if (entry.isEncrypted()) throw new Refused('roster.zip.locked', 'The zip has a password. Send it without one.')
  return name.toLowerCase().endsWith('.csv') ? name : null
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(unreadable(error))
      else resolve(zip)
    })
  })
}

function entries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      found.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(found))
    zip.on('error', (error: Error) => reject(unreadable(error)))
    zip.readEntry()
  })
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw tooLarge(entry.fileName, most)
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(unreadable(error))
      else resolve(opened)
    })
  })
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.byteLength
      if (size > most) throw tooLarge(entry.fileName, most)
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof Refused ? error : unreadable(error)
  }
  return Buffer.concat(parts)
}

const unreadable = (cause: unknown): Refused =>
  Object.assign(
    new Refused('roster.zip.unreadable', 'This is not a zip that can be read. Make it again and send it once more.'),
    {
      cause,
    },
  )
