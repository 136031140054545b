import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import {
  checkHead,
  type FileKey,
  fileKey,
  frameCount,
  HEAD_BYTES,
  type Head,
  LOCKED_FRAME,
  lockedSize,
  openFrame,
  readHead,
} from './envelope.ts'
import { FileDamaged } from './errors.ts'

/** Which file, and how to find the key that locked it. */
export interface ReadOptions {
  readonly path: string
  readonly organisationId: string
  readonly sha256: string
  readonly master: (version: number) => Buffer
}

/** Checks the head and the length of a stored file and says how many bytes it holds. */
export async function checkLocked(options: ReadOptions): Promise<number> {
  return withFile(options.path, async (file) => (await believeHead(file, options)).head.bytes)
}

/** Gives out a stored file frame by frame; each is checked before, the whole hash after. */
export async function* readLocked(options: ReadOptions): AsyncGenerator<Buffer> {
  const file = await open(options.path, 'r')
  try {
    const { head, key } = await believeHead(file, options)
    const hash = createHash('sha256')
    const frames = frameCount(head.bytes)
    for (let number = 0; number < frames; number += 1) {
      const plain = openFrame(key, number, number === frames - 1, await frameAt(file, number, head.bytes))
      hash.update(plain)
      yield plain
    }
    if (hash.digest('hex') !== options.sha256) throw new FileDamaged('the content is not what its name says')
  } finally {
    await file.close()
  }
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

async function believeHead(file: FileHandle, options: ReadOptions): Promise<{ head: Head; key: FileKey }> {
  const head = readHead(await bytesAt(file, 0, HEAD_BYTES))
  const key = fileKey(masterOf(options, head.version), head.salt)
  checkHead(key, head, options)
  const { size } = await file.stat()
  if (size !== lockedSize(head.bytes))
    throw new FileDamaged(`${size} bytes where ${lockedSize(head.bytes)} were written`)
  return { head, key }
}

function masterOf(options: ReadOptions, version: number): Buffer {
  try {
    return options.master(version)
  } catch (cause) {
    throw new FileDamaged(`locked with key ${version}, which is not here`, { cause })
  }
}

function frameAt(file: FileHandle, number: number, bytes: number): Promise<Buffer> {
  const position = HEAD_BYTES + number * LOCKED_FRAME
  return bytesAt(file, position, Math.min(LOCKED_FRAME, lockedSize(bytes) - position))
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(buffer, at, length - at, position + at)
    if (bytesRead === 0) throw new FileDamaged('the file ends early')
    at += bytesRead
  }
  return buffer
}
