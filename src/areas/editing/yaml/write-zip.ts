import { crc32, deflateRawSync } from 'node:zlib'
import type { PackFile } from '#pack/load/fault.ts'

// The same files are the same zip: every entry has this date (1 January 1980, the first that a zip can say).
const DATE = 0x21

/** A zip of some text files. */
export function writeZip(files: readonly PackFile[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.path, 'utf8')
    const content = Buffer.from(file.text, 'utf8')
    const packed = deflateRawSync(content)
    const about = aboutOf(name, content, packed)
    const local = Buffer.concat([number32(0x04034b50), about, name, packed])
    central.push(Buffer.concat([number32(0x02014b50), number16(20), about, Buffer.alloc(10), number32(offset), name]))
    locals.push(local)
    offset += local.byteLength
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...locals, directory, endOf(files.length, directory.byteLength, offset)])
}

/** What the entry before the file and the one in the directory say alike. */
const aboutOf = (name: Buffer, content: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    number16(20),
    number16(0x0800), // names are UTF-8
    number16(8),
    number16(0),
    number16(DATE),
    number32(crc32(content)),
    number32(packed.byteLength),
    number32(content.byteLength),
    number16(name.byteLength),
    number16(0),
  ])

const endOf = (count: number, size: number, offset: number): Buffer =>
  Buffer.concat([
    number32(0x06054b50),
    number32(0),
    number16(count),
    number16(count),
    number32(size),
    number32(offset),
    number16(0),
  ])

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
