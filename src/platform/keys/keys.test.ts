import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadKeys } from './keys.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('loadKeys', () => {
  test('makes the file once, for its owner only, and gives the same keys ever after', () => {
    const file = join(folder, 'deep', 'kept.key')
    const first = loadKeys(file, { create: true })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = loadKeys(file, { create: true })
    expect(again.derive('files')).toEqual(first.derive('files'))
    expect(again.fingerprint()).toBe(first.fingerprint())
    expect(first.derive('files')).toHaveLength(32)
    expect(first.derive('receipts')).not.toEqual(first.derive('files'))
  })

  test('is not made silently when it should be there', () => {
    expect(() => loadKeys(join(folder, 'gone.key'), { create: false })).toThrow(/gone\.key cannot be read \(ENOENT\)/)
  })

  test('is refused when others can read it', () => {
    const file = join(folder, 'kept.key')
    loadKeys(file, { create: true })
    chmodSync(file, 0o644)
    expect(() => loadKeys(file, { create: true })).toThrow(/chmod 600/)
  })

  test('a damaged file is refused without being quoted', () => {
    const file = join(folder, 'kept.key')
    loadKeys(file, { create: true })
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.slice(0, -6))
    expect(() => loadKeys(file, { create: true })).toThrow(/^[^{]*is not a key file of Kept[^{]*$/)
  })

  test('an older version stays usable after a new one became current', () => {
    const file = join(folder, 'kept.key')
    const old = loadKeys(file, { create: true })
    const body = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...body, current: 2, keys: { ...body.keys, 2: 'A'.repeat(43) } }))
    const keys = loadKeys(file, { create: false })
    expect(keys.current).toBe(2)
    expect(keys.derive('files', 1)).toEqual(old.derive('files'))
    expect(keys.derive('files')).not.toEqual(old.derive('files'))
    expect(() => keys.derive('files', 3)).toThrow(/no master key 3/)
  })
})
