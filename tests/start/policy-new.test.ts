import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kept } from '#tests/crash/program.ts'

describe('kept policy new', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-new-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('begins a pack from a document that kept policy check finds no fault in', async () => {
    const document = join(folder, 'policy.txt')
    writeFileSync(document, 'Passwords\n\nPupils must:\n- never share passwords\n- tell a teacher of trouble\n')
    const made = await kept(['policy', 'new', join(folder, 'oak'), '--document', document, '--json'], {})
    expect([made.status, JSON.parse(made.out)]).toMatchObject([0, { name: 'oak', clauses: 2, linked: 0 }])
    const checked = await kept(['policy', 'check', join(folder, 'oak'), '--json'], {})
    const [pack] = JSON.parse(checked.out).packs
    expect([checked.status, pack]).toMatchObject([0, { not_yet: ['O-001', 'O-002'], errors: [] }])
  })

  test('says why it cannot read a document, and writes nothing', async () => {
    const document = join(folder, 'old.doc')
    writeFileSync(document, Buffer.from('d0cf11e0a1b11ae100', 'hex'))
    const refused = await kept(['policy', 'new', join(folder, 'elm'), '--document', document], {})
    expect(refused.err).toContain('This is an old Word document')
    expect([refused.status, refused.out, existsSync(join(folder, 'elm'))]).toEqual([1, '', false])
  })

  test('tells wrong usage apart', async () => {
    const both = ['policy', 'new', join(folder, 'ash'), '--from', 'village-primary', '--document', 'x.txt']
    for (const args of [['policy', 'new'], both, ['policy', 'new', 'a', '--nothing']])
      expect((await kept(args, {})).status).toBe(2)
  })
})
