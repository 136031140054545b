import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { FileDamaged } from './errors.ts'

/** Plain bytes in one frame. A frame is checked before any of it is given out, so this is what a reader waits for. */
export const FRAME = 64 * 1024
const TAG = 16
const MAGIC = Buffer.from('KEPTFIL1')
const SALT = 32
const HEAD = MAGIC.length + 4 + SALT + 8 + 32

/** How many bytes the head of a stored file takes. */
export const HEAD_BYTES = HEAD

/** What a file is sealed to: moved to another name or organisation it no longer opens. */
export interface Label {
  readonly organisationId: string
  readonly sha256: string
  readonly bytes: number
}

/** The two keys of one file, made from the installation's key and the file's own salt. */
export interface FileKey {
  readonly frames: Buffer
  readonly seal: Buffer
}

/** Derives a file's keys: with a salt of its own no two files share a key, so frame numbers may serve as nonces. */
export function fileKey(master: Buffer, salt: Buffer): FileKey {
  const part = (info: string) => Buffer.from(hkdfSync('sha256', master, salt, info, 32))
  return { frames: part('kept file frames'), seal: part('kept file seal') }
}

/** Locks one frame. The last one is marked in its nonce, so a file that was cut at a frame's edge is noticed. */
export function lockFrame(key: FileKey, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key.frames, nonce(number, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens one frame, or refuses all of it. */
export function openFrame(key: FileKey, number: number, last: boolean, locked: Buffer): Buffer {
  const tag = locked.subarray(Math.max(0, locked.length - TAG))
  const decipher = createDecipheriv('aes-256-gcm', key.frames, nonce(number, last), { authTagLength: TAG })
  try {
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(locked.subarray(0, locked.length - TAG)), decipher.final()])
  } catch (cause) {
    throw new FileDamaged(`frame ${number} does not open`, { cause })
  }
}

/** Bytes that a file of so many plain bytes takes on disk: an empty file still has one frame. */
export const lockedSize = (bytes: number): number => HEAD + bytes + TAG * frameCount(bytes)

/** How many frames so many plain bytes make. */
export const frameCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / FRAME))

/** Bytes of one locked frame, the full ones. */
export const LOCKED_FRAME = FRAME + TAG

/** The head of a stored file: key version, salt, length, and a seal over all of it and the label. */
export function writeHead(key: FileKey, version: number, salt: Buffer, label: Label): Buffer {
  const open = Buffer.alloc(HEAD - 32)
  MAGIC.copy(open)
  open.writeUInt32BE(version, MAGIC.length)
  salt.copy(open, MAGIC.length + 4)
  open.writeBigUInt64BE(BigInt(label.bytes), MAGIC.length + 4 + SALT)
  return Buffer.concat([open, sealOf(key, open, label)])
}

/** What stands in a head, read but not yet believed. */
export interface Head {
  readonly version: number
  readonly salt: Buffer
  readonly bytes: number
  readonly raw: Buffer
}

/** Reads a head's fields; `checkHead` says whether they are true. */
export function readHead(raw: Buffer): Head {
  if (raw.length !== HEAD || !raw.subarray(0, MAGIC.length).equals(MAGIC)) throw new FileDamaged('no head of ours')
  const at = MAGIC.length + 4
  return {
    version: raw.readUInt32BE(MAGIC.length),
    salt: raw.subarray(at, at + SALT),
    bytes: Number(raw.readBigUInt64BE(at + SALT)),
    raw,
  }
}

/** Refuses a head that this key did not seal for this label. */
export function checkHead(key: FileKey, head: Head, label: Omit<Label, 'bytes'>): void {
  const seal = head.raw.subarray(HEAD - 32)
  const expected = sealOf(key, head.raw.subarray(0, HEAD - 32), { ...label, bytes: head.bytes })
  if (!timingSafeEqual(seal, expected)) throw new FileDamaged('the seal does not fit: other bytes, name or key')
}

function sealOf(key: FileKey, open: Buffer, label: Label): Buffer {
  return createHmac('sha256', key.seal).update(open).update(`${label.organisationId}/${label.sha256}`).digest()
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(number, 7)
  bytes.writeUInt8(last ? 1 : 0, 11)
  return bytes
}
