import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import { filesOf, set12 } from './given-files.ts'
import { zipOf } from './given-zip.ts'
import { ROSTER_LIMITS } from './limits.ts'
import { openRoster } from './open-roster.ts'
import { readRoster } from './read-roster.ts'
import { readZip } from './zip.ts'

const sound = () => Object.fromEntries(filesOf(set12()))
const small = { fileBytes: 1024 * 1024, totalBytes: 2 * 1024 * 1024, entries: 20 }
const replaceName = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')

describe('a zip', () => {
  test('is read into its CSV files; what a Mac leaves behind is passed over', async () => {
    const files = await readZip(
      await zipOf({ ...sound(), '__MACOSX/._users.csv': 'x', 'notes.txt': 'x' }),
      ROSTER_LIMITS,
    )
    expect((await readRoster(files)).faults).toEqual([])
    expect([...files.keys()]).not.toContain('notes.txt')
  })
  test('does not unpack files that Kept has no use for', async () => {
    const files = await readZip(await zipOf({ ...sound(), 'results.csv': Buffer.alloc(4_000_000) }), small)
    expect(files.get('results.csv')?.byteLength).toBe(0)
  })
  test.each([
    ['a folder', { 'export/users.csv': 'x' }, 'roster.zip.folder'],
    ['nothing', { 'readme.txt': 'x' }, 'roster.empty'],
    ['the same file in two spellings', { 'users.csv': 'x', 'Users.csv': 'x' }, 'roster.zip.twice'],
    ['a file that unpacks to more than is allowed', { 'users.csv': Buffer.alloc(2_000_000) }, 'roster.too.large'],
    [
      'files that together are more than is allowed',
      { 'users.csv': Buffer.alloc(900_000), 'roles.csv': Buffer.alloc(900_000), 'classes.csv': Buffer.alloc(900_000) },
      'roster.too.large',
    ],
    [
      'too many files',
      Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`${index}.csv`, ''])),
      'roster.zip.entries',
    ],
  ])('with %s is refused', async (_, files, code) => {
    await expect(readZip(await zipOf(files), small)).rejects.toMatchObject({ name: 'Refused', code })
  })
  test('with a path that climbs out is refused', async () => {
    const zip = replaceName(await zipOf({ 'aa/users.csv': 'x' }), 'aa/users.csv', '../users.csv')
    await expect(readZip(zip, small)).rejects.toMatchObject({ name: 'Refused' })
  })
  test('that lies about its size is refused while it is unpacked', async () => {
    const zip = await zipOf({ 'users.csv': Buffer.alloc(3_000_000) })
    const [real, claimed] = [Buffer.alloc(4), Buffer.alloc(4)]
    real.writeUInt32LE(3_000_000)
    claimed.writeUInt32LE(1000)
    const lying = Buffer.from(
      zip.toString('latin1').replaceAll(real.toString('latin1'), claimed.toString('latin1')),
      'latin1',
    )
    await expect(readZip(lying, small)).rejects.toMatchObject({ name: 'Refused' })
  })
  test('that was damaged anywhere is read or refused in words, and never hangs', async () => {
    const whole = await zipOf(sound())
    const damage = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255), cut: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, to, cut }) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole)
        if (!cut) bytes[at] = to
        const outcome = await readZip(bytes, small).then(
          () => 'read',
          (fault: unknown) => (fault instanceof Refused ? 'refused' : fault),
        )
        expect(['read', 'refused']).toContain(outcome)
      }),
      { numRuns: 400 },
    )
  })
  test('that is none is refused', async () => {
    await expect(readZip(Buffer.from('sourcedId,name'), small)).rejects.toMatchObject({ code: 'roster.zip.unreadable' })
  })
})

describe('a place on this machine', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roster-'))
    for (const [name, content] of filesOf(set12())) await writeFile(join(folder, name), content)
    await writeFile(join(folder, 'set.zip'), await zipOf(sound()))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('may be a folder or a zip, with the same outcome', async () => {
    const [fromFolder, fromZip] = [await openRoster(folder), await openRoster(join(folder, 'set.zip'))]
    expect(await readRoster(fromFolder)).toEqual(await readRoster(fromZip))
  })
  test('that is not there is refused in words', async () => {
    await expect(openRoster(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'roster.missing' })
  })
})
