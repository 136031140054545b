import { hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import * as z from 'zod'
import { Halt } from '#core/errors.ts'

/** The master keys of this installation. No master key ever leaves this object; only derived keys do. */
export interface Keys {
  /** The version with which new things are locked. */
  readonly current: number
  readonly versions: readonly number[]
  /** 32 bytes for one purpose, such as `files` or `receipts`; the current version unless told. */
  derive(purpose: string, version?: number): Buffer
  /** Safe to store: tells whether a database or a backup belongs to this key. */
  fingerprint(version?: number): string
}

const masterKey = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === 32)
const keyFileShape = z.object({
  what: z.literal('kept master keys'),
  current: z.int().positive(),
  keys: z.record(z.string().regex(/^[1-9]\d*$/), masterKey),
})

/**
 * Reads the key file, or makes it when `create` says so. Make it only for an empty database: with a new key
 * everything that the lost one locked stays locked.
 */
export function loadKeys(keyFile: string, options: { readonly create: boolean }): Keys {
  if (options.create) createWhenMissing(keyFile)
  return open(parse(keyFile, readPrivately(keyFile)))
}

function createWhenMissing(keyFile: string): void {
  const body = { what: 'kept master keys', current: 1, keys: { 1: randomBytes(32).toString('base64url') } }
  // Written under another name and linked: a crash or a second process never leaves or meets half a key.
  const draft = `${keyFile}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(dirname(keyFile), { recursive: true })
    const file = openSync(draft, 'wx', 0o600)
    writeSync(file, `${JSON.stringify(body)}\n`)
    fsyncSync(file)
    closeSync(file)
    chmodSync(draft, 0o600)
    linkSync(draft, keyFile)
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return
    throw new Halt(
      `The key file ${keyFile} cannot be written (${codeOf(cause)}): set KEPT_KEY_FILE to a place where it can.`,
      { cause },
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

function readPrivately(keyFile: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
      throw new Halt(`The key file ${keyFile} can be read by others: run chmod 600 ${keyFile} and start again.`)
    }
    return readFileSync(keyFile, 'utf8')
  } catch (cause) {
    if (cause instanceof Halt) throw cause
    throw new Halt(
      `The key file ${keyFile} cannot be read (${codeOf(cause)}): put back the ${basename(keyFile)} that belongs to this data, or set KEPT_KEY_FILE.`,
      { cause },
    )
  }
}

function parse(keyFile: string, text: string): z.infer<typeof keyFileShape> {
  try {
    const body = keyFileShape.parse(JSON.parse(text))
    if (body.keys[body.current] === undefined) throw new Error('no current key')
    return body
  } catch {
    // The cause is left out on purpose: it could quote the file.
    throw new Halt(`${keyFile} is not a key file of Kept: put back the one that belongs to this data.`)
  }
}

function open(body: z.infer<typeof keyFileShape>): Keys {
  const derive = (purpose: string, version = body.current): Buffer => {
    const master = body.keys[version]
    if (master === undefined) throw new Error(`there is no master key ${version}`)
    return Buffer.from(hkdfSync('sha256', master, 'kept', purpose, 32))
  }
  return {
    current: body.current,
    versions: Object.keys(body.keys).map(Number),
    derive,
    fingerprint: (version) => derive('fingerprint', version).toString('hex', 0, 8),
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
