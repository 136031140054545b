import { Readable } from 'node:stream'
import { ZipWriter } from '@zip.js/zip.js'

/** One file of an archive; its content is asked for when its turn comes. */
export interface ZipPart {
  readonly name: string
  content(): Promise<Readable>
}

/**
 * Streams an archive that is locked with a password: AES-256 as WinZip defined it, which 7-Zip, WinZip and macOS tools open.
 * One file at a time, as it goes out: memory stays flat however much there is.
 */
export function zipLocked(parts: readonly ZipPart[], password: string, at: Temporal.Instant): Readable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = new ZipWriter(writable, {
    password,
    encryptionStrength: 3,
    level: 0,
    useWebWorkers: false,
    lastModDate: new globalThis.Date(at.epochMilliseconds),
    extendedTimestamp: false,
    dataDescriptor: true,
  })
  const out = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0])
  void write(writer, parts).catch((fault: unknown) => out.destroy(fault instanceof Error ? fault : new Error('zip')))
  return out
}

async function write(writer: ZipWriter<unknown>, parts: readonly ZipPart[]): Promise<void> {
  for (const part of parts) {
    const content = await part.content()
    await writer.add(part.name, Readable.toWeb(content) as ReadableStream<Uint8Array>)
  }
  await writer.close()
}
