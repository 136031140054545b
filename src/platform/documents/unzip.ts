import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { BadInput } from '#core/errors.ts'
import { type DocumentLimits, malformed, tooLarge } from './limits.ts'

/** The parts of an Office file by name, found but not yet unpacked. */
export interface Archive {
  read(name: string): Promise<Uint8Array | null>
}

/** Opens an Office file. Sizes are counted while unpacking, because a zip may lie about them. */
export async function openArchive(bytes: Uint8Array, limits: DocumentLimits): Promise<Archive> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const parts = await entries(zip, limits)
  let left = limits.partBytes
  return {
    async read(name) {
      const entry = parts.get(name)
      if (entry === undefined) return null
      if (entry.isEncrypted())
        throw new BadInput('document.locked', 'This document has a password. Save it without one.')
      const part = await unpack(zip, entry, left)
      left -= part.byteLength
      return part
    },
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(damaged(error))
      else resolve(zip)
    })
  })
}

function entries(zip: ZipFile, limits: DocumentLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      // Two parts of one name: programs differ in which they show, so neither can be trusted.
      if (found.has(entry.fileName)) reject(malformed('Word document'))
      else if (found.size >= limits.entries) reject(tooLarge(`holds more than ${limits.entries} parts`))
      else {
        found.set(entry.fileName, entry)
        zip.readEntry()
      }
    })
    zip.on('end', () => resolve(found))
    zip.on('error', (error: Error) => reject(damaged(error)))
    zip.readEntry()
  })
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  const tooMuch = tooLarge('unpacks to more than any policy needs')
  if (entry.uncompressedSize > most) throw tooMuch
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(damaged(error))
      else resolve(opened)
    })
  })
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.byteLength
      if (size > most) throw tooMuch
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof BadInput ? error : damaged(error)
  }
  return Buffer.concat(parts)
}

const damaged = (cause: unknown): BadInput => Object.assign(malformed('Word document'), { cause })
