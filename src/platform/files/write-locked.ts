import { createHash, type Hash, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { type FileKey, FRAME, fileKey, HEAD_BYTES, lockFrame, writeHead } from './envelope.ts'
import { TooLarge } from './errors.ts'
import { TypeProbe } from './sniff-type.ts'

/** What came in. */
export interface Written {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
}

/** Where and how to write. */
export interface WriteOptions {
  readonly path: string
  readonly organisationId: string
  readonly version: number
  readonly master: Buffer
  readonly maxBytes: number
}

/** Streams bytes into a locked file that did not exist before, and makes them durable before it returns. */
export async function writeLocked(source: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<Written> {
  const salt = randomBytes(32)
  const key = fileKey(options.master, salt)
  const file = await open(options.path, 'wx', 0o600)
  try {
    // The head comes last, because it is sealed to a hash that only the end of the stream tells.
    const body = new BodyWriter(file, key)
    for await (const chunk of source) {
      if (body.bytes + chunk.length > options.maxBytes) throw new TooLarge(options.maxBytes)
      await body.take(chunk)
    }
    const written = await body.end()
    await file.write(
      writeHead(key, options.version, salt, { ...written, organisationId: options.organisationId }),
      0,
      HEAD_BYTES,
      0,
    )
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

/** Cuts a stream into frames and locks each; one full frame is held back until it is known not to be the last. */
class BodyWriter {
  bytes = 0
  readonly #file: FileHandle
  readonly #key: FileKey
  readonly #hash: Hash = createHash('sha256')
  readonly #probe = new TypeProbe()
  #held: Buffer[] = []
  #heldBytes = 0
  #frame = 0
  #position = HEAD_BYTES

  constructor(file: FileHandle, key: FileKey) {
    this.#file = file
    this.#key = key
  }

  async take(chunk: Uint8Array): Promise<void> {
    // Copied, because the source may use its memory again while a frame waits.
    const copy = Buffer.from(chunk)
    this.bytes += copy.length
    this.#hash.update(copy)
    this.#probe.take(copy)
    this.#held.push(copy)
    this.#heldBytes += copy.length
    if (this.#heldBytes <= FRAME) return
    let all = Buffer.concat(this.#held)
    for (; all.length > FRAME; all = all.subarray(FRAME)) await this.#put(all.subarray(0, FRAME), false)
    this.#held = [all]
    this.#heldBytes = all.length
  }

  async end(): Promise<Written> {
    await this.#put(Buffer.concat(this.#held), true)
    return { sha256: this.#hash.digest('hex'), bytes: this.bytes, type: this.#probe.end() }
  }

  async #put(plain: Buffer, last: boolean): Promise<void> {
    const locked = lockFrame(this.#key, this.#frame, last, plain)
    let at = 0
    while (at < locked.length) {
      const { bytesWritten } = await this.#file.write(locked, at, locked.length - at, this.#position)
      at += bytesWritten
      this.#position += bytesWritten
    }
    this.#frame += 1
  }
}
