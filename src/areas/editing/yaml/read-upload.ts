import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refused } from '#core/errors.ts'
import type { PackFile } from '#pack/load/fault.ts'

const LIMITS = { entries: 400, file: 2_000_000, whole: 20_000_000 } as const

/** The YAML files that were handed in, single or in zips, however deep their folder lies. */
export async function filesIn(uploads: readonly { name: string; bytes: Buffer }[]): Promise<PackFile[]> {
  const files: PackFile[] = []
  for (const { name, bytes } of uploads) {
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') files.push(...(await filesInZip(bytes)))
    else if (/\.ya?ml$/i.test(name)) files.push({ path: name.split(/[/\\]/).at(-1) ?? name, text: textOf(bytes, name) })
  }
  if (files.length === 0) throw new Refused('policy.yaml.none', 'Choose a zip of YAML files, or the files themselves')
  return files
}

function textOf(bytes: Buffer, name: string): string {
  if (bytes.byteLength > LIMITS.file) throw tooLarge(name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('policy.yaml.encoding', `“${name.slice(0, 100)}” is no UTF-8 text. Save it as UTF-8.`)
  }
}

const tooLarge = (name: string) => new Refused('policy.yaml.large', `“${name.slice(0, 100)}” is too large for a policy`)
const unreadable = () => new Refused('policy.yaml.zip', 'This zip cannot be read')

async function filesInZip(bytes: Buffer): Promise<PackFile[]> {
  const zip = await open(bytes)
  if (zip.entryCount > LIMITS.entries)
    throw new Refused('policy.yaml.entries', 'This zip holds too many files for a policy')
  const files: PackFile[] = []
  let left: number = LIMITS.whole
  for (const entry of await entries(zip)) {
    const name = entry.fileName
    if (!/\.ya?ml$/i.test(name) || name.startsWith('__MACOSX/')) continue
    if (entry.isEncrypted()) throw new Refused('policy.yaml.locked', 'The zip has a password. Make it without one.')
    const content = await unpack(zip, entry, Math.min(left, LIMITS.file))
    left -= content.byteLength
    files.push({ path: name, text: textOf(content, name) })
  }
  return files
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(unreadable())
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
    zip.on('error', () => reject(unreadable()))
    zip.readEntry()
  })
}

/** Sizes are counted while unpacking, because a zip may lie about them. */
function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream: Readable | undefined) => {
      if (error || stream === undefined) return reject(unreadable())
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.byteLength
        if (size > most) {
          stream.destroy()
          reject(tooLarge(entry.fileName))
        } else chunks.push(chunk)
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', () => reject(unreadable()))
    })
  })
}
