import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#core/ids.ts'
import { FRAME } from './envelope.ts'
import { createFileStore, type FileStore } from './file-store.ts'

const keysOf = (secret: string, current = 1) => ({
  current,
  derive: (purpose: string, version = current): Buffer => {
    if (version > current) throw new Error(`there is no master key ${version}`)
    return createHash('sha256').update(`${secret}/${version}/${purpose}`).digest()
  },
})
const roomy = { maxBytes: 10 * 1024 * 1024 }
const school = newId()

let folder: string
let store: FileStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-files-'))
  store = createFileStore(folder, keysOf('larkbeck'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (content: Buffer) => store.put(school, Readable.from([content]), roomy)
const read = async (sha256: string, from = store): Promise<Buffer> => buffer((await from.open(school, sha256)).content)
const pathOf = (sha256: string, organisation = school) => join(folder, organisation, sha256.slice(0, 2), sha256)
const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('what is put in comes out', () => {
  test.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 1_000_003])('at a length of %d bytes', async (length) => {
    const content = randomBytes(length)
    const written = await put(content)
    expect(written).toMatchObject({ bytes: length, sha256: createHash('sha256').update(content).digest('hex') })
    expect((await read(written.sha256)).equals(content)).toBe(true)
    expect((await store.open(school, written.sha256)).bytes).toBe(length)
  })

  test('whatever pieces it arrived in', async () => {
    const content = randomBytes(5 * FRAME + 77)
    async function* pieces() {
      for (let at = 0; at < content.length; at += 1009) yield content.subarray(at, at + 1009)
    }
    const { sha256 } = await store.put(school, pieces(), roomy)
    expect((await read(sha256)).equals(content)).toBe(true)
  })

  test('with an older key after a new one became current', async () => {
    const { sha256 } = await put(Buffer.from('kept'))
    const later = createFileStore(folder, keysOf('larkbeck', 2))
    expect((await read(sha256, later)).toString()).toBe('kept')
  })
})

describe('on disk', () => {
  test('nothing of the content can be read, and only the owner can try', async () => {
    const { sha256 } = await put(Buffer.from('Kofi was frightened. '.repeat(500)))
    expect(readFileSync(pathOf(sha256)).includes('Kofi')).toBe(false)
    expect(statSync(pathOf(sha256)).mode & 0o077).toBe(0)
  })

  test('the same content twice is one file in an organisation', async () => {
    await put(Buffer.from('same'))
    await put(Buffer.from('same'))
    expect(files()).toHaveLength(1)
  })

  test('another organisation keeps a copy of its own and cannot open this one', async () => {
    const other = newId()
    const { sha256 } = await put(Buffer.from('same'))
    expect(await store.has(other, sha256)).toBe(false)
    await expect(store.open(other, sha256)).rejects.toMatchObject({ name: 'NotFound' })
    await store.put(other, Readable.from([Buffer.from('same')]), roomy)
    await store.remove(school, sha256)
    expect(await store.has(school, sha256)).toBe(false)
    expect(await store.has(other, sha256)).toBe(true)
  })
})

describe('refused', () => {
  test('a stream that is too long, while it is still coming, and nothing is kept', async () => {
    let asked = 0
    async function* endless() {
      for (;;) {
        asked += 1
        yield Buffer.alloc(1000)
      }
    }
    await expect(store.put(school, endless(), { maxBytes: 5000 })).rejects.toMatchObject({
      name: 'TooLarge',
      statusCode: 413,
      maxBytes: 5000,
    })
    expect(asked).toBe(6)
    expect(files()).toEqual([])
  })

  test('a stream that breaks off, and nothing is kept', async () => {
    async function* broken() {
      yield Buffer.alloc(200_000)
      throw new Error('the line went dead')
    }
    await expect(store.put(school, broken(), roomy)).rejects.toThrow('the line went dead')
    expect(files()).toEqual([])
  })

  test.each([
    ['the first bytes', 0],
    ['the key version', 11],
    ['the salt', 20],
    ['the length', 51],
    ['the seal', 60],
    ['the first frame', 100],
    ['the last byte', -1],
  ])('a file changed in %s', async (_, at) => {
    const { sha256 } = await put(randomBytes(2 * FRAME + 5))
    const bytes = readFileSync(pathOf(sha256))
    const position = at < 0 ? bytes.length + at : at
    bytes.writeUInt8(bytes.readUInt8(position) ^ 1, position)
    writeFileSync(pathOf(sha256), bytes)
    await expect(read(sha256)).rejects.toMatchObject({ name: 'FileDamaged' })
  })

  test.each([1, 16, FRAME + 16, 2 * (FRAME + 16), 150_000])('a file cut short by %d bytes', async (cut) => {
    const { sha256 } = await put(randomBytes(3 * FRAME))
    truncateSync(pathOf(sha256), Math.max(0, statSync(pathOf(sha256)).size - cut))
    await expect(store.open(school, sha256)).rejects.toMatchObject({ name: 'FileDamaged' })
  })

  test('two frames that changed places', async () => {
    const { sha256 } = await put(randomBytes(3 * FRAME))
    const bytes = readFileSync(pathOf(sha256))
    const [head, step] = [84, FRAME + 16]
    const swapped = [
      bytes.subarray(0, head),
      bytes.subarray(head + step, head + 2 * step),
      bytes.subarray(head, head + step),
    ]
    writeFileSync(pathOf(sha256), Buffer.concat([...swapped, bytes.subarray(head + 2 * step)]))
    await expect(read(sha256)).rejects.toMatchObject({ name: 'FileDamaged' })
  })

  test('another key, another name, another organisation, before a byte is given out', async () => {
    const { sha256 } = await put(Buffer.from('kept'))
    const stranger = createFileStore(folder, keysOf('somebody else'))
    await expect(stranger.open(school, sha256)).rejects.toMatchObject({ name: 'FileDamaged' })
    const other = newId()
    await mkdir(dirname(pathOf(sha256, other)), { recursive: true })
    await rename(pathOf(sha256), pathOf(sha256, other))
    await expect(store.open(other, sha256)).rejects.toMatchObject({ name: 'FileDamaged' })
  })

  test('a key version that is not here', async () => {
    const newer = createFileStore(folder, keysOf('larkbeck', 2))
    const { sha256 } = await newer.put(school, Readable.from([Buffer.from('kept')]), roomy)
    await expect(store.open(school, sha256)).rejects.toThrow('locked with key 2, which is not here')
  })

  test.each(['../../etc/passwd', 'A'.repeat(64), ''])('the name %j', async (name) => {
    await expect(store.open(school, name)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(store.put('../..', Readable.from([]), roomy)).rejects.toMatchObject({ name: 'NotFound' })
  })
})

test('a damaged file is mended when its content comes again', async () => {
  const content = randomBytes(1000)
  const { sha256 } = await put(content)
  writeFileSync(pathOf(sha256), 'gone')
  await put(content)
  expect((await read(sha256)).equals(content)).toBe(true)
})

test('a process killed while it writes leaves a draft that is swept, and no file', async () => {
  const script = `
    import { createFileStore } from '#platform/files/file-store.ts'
    const store = createFileStore(process.argv[1], { current: 1, derive: () => Buffer.alloc(32, 7) })
    async function* slow() {
      for (;;) { yield Buffer.alloc(100_000); console.log('more'); await new Promise((go) => setTimeout(go, 5)) }
    }
    await store.put('${school}', slow(), { maxBytes: 1e9 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for (let seen = 0; seen < 3; seen += 1) await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.part$/)])
  expect(await store.sweep(Temporal.Instant.from('2020-01-01T00:00:00Z'))).toBe(0)
  expect(await store.sweep(Temporal.Now.instant().add({ hours: 1 }))).toBe(1)
  expect(files()).toEqual([])
})
