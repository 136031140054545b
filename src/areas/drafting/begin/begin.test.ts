import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packFiles } from '#areas/policy/index.ts'
import type { Outline } from '#core/outline.ts'
import { type Classifier, trainClassifier } from '#pack/propose/classifier.ts'
import { packReport, readPack } from '#pack/report.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { draftBlank } from './draft-blank.ts'
import { draftFromDocument } from './draft-from-document.ts'
import { draftFromPack } from './draft-from-pack.ts'
import { nameOf } from './pack-head.ts'
import { writeDraft } from './write-draft.ts'

const name = { name: 'oak-hill', letter: 'OH' }
const classifier: Classifier = trainClassifier([
  {
    pack: 'a',
    id: 'A-1',
    says: 'Parents sign before',
    headings: [],
    kind: 'gate',
    area: 'agreements',
    keptBy: ['guard/x'],
  },
  {
    pack: 'b',
    id: 'B-1',
    says: 'Parents sign first',
    headings: [],
    kind: 'gate',
    area: 'agreements',
    keptBy: ['guard/y'],
  },
  { pack: 'b', id: 'B-2', says: 'Staff are polite', headings: [], kind: 'notice', area: 'email', keptBy: [] },
])
const outline = (...texts: readonly string[]): Outline => ({
  format: 'text',
  title: null,
  blocks: texts.map((text, index) =>
    index === 0
      ? { kind: 'heading', level: 1, text, at: { number: 1 } }
      : { kind: 'paragraph', text, at: { number: index + 1 } },
  ),
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-drafts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a pack begun from a document', () => {
  const draft = draftFromDocument(outline('Our policy', 'Parents sign before a child goes online.'), name, classifier)

  test('checks without a fault, every clause not yet, and nothing linked', () => {
    expect(packReport(draft.files)).toMatchObject({
      name: 'oak-hill',
      clauses: 1,
      linked: 0,
      not_yet: ['OH-001'],
      errors: [],
    })
  })

  test('says above each clause what is proposed and why', () => {
    const text = draft.files.find(({ path }) => path === 'clauses/01.yaml')?.text ?? ''
    expect(text).toMatch(/# paragraph 2: gate \d+% because: .*sign/)
    expect(text).toContain('# like A-1 of a (guard/x)')
    expect(text).toContain('kept_by: []')
  })

  test('cannot be published while a clause waits', () => {
    expect(readPack(draft.files, { publish: true }).faults.map(({ rule, file }) => [rule, file])).toEqual([
      ['kept_by_nothing', 'clauses/01.yaml'],
    ])
  })

  test('reads back without a fault, whatever words the document has', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (some) => {
        const texts = some.map((text) => text.replace(/[\s\p{C}[\]{}]+/gu, ' ').trim()).filter((text) => text !== '')
        const { files } = draftFromDocument(outline('# "Aims": [x', ...texts, 'Three words here.'), name, classifier)
        const { pack, faults } = readPack(files)
        expect(faults).toEqual([])
        const whole = pack?.clauses.map(({ says }) => says).join(' ')
        expect(whole).toContain('Three words here.')
      }),
      { numRuns: 40 },
    )
  })

  test('needs a rule, and not thousands', () => {
    expect(() => draftFromDocument(outline('Policy', 'No'), name, classifier)).toThrow('no rule')
    const many = Array.from({ length: 2_001 }, () => 'One more rule here.')
    expect(() => draftFromDocument(outline('Policy', ...many), name, classifier)).toThrow('Bring it in parts')
  })
})

describe('a pack begun otherwise', () => {
  test('is a blank that checks and could be published', () => {
    const { pack, faults } = readPack(draftBlank(name).files, { publish: true })
    expect([pack?.pack.name, faults]).toEqual(['oak-hill', []])
  })

  test('is a copy that differs by its name only', () => {
    const from = join(projectRoot(), 'packs/village-primary')
    const draft = draftFromPack(from, name)
    const changed = draft.files.filter(({ path, text }) => text !== readFileSync(join(from, path), 'utf8'))
    expect(changed.map(({ path }) => path)).toEqual(['pack.yaml'])
    expect(changed[0]?.text).toContain('name: oak-hill\n')
  })
})

describe('writing a new pack', () => {
  test('writes it whole, and the folder reads back as the same pack', () => {
    const to = join(folder, 'oak-hill')
    const draft = draftFromDocument(outline('Our policy', 'Parents sign before a child goes online.'), name, classifier)
    writeDraft(to, draft)
    expect(packFiles(to)).toEqual(draft.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    expect(JSON.parse(readFileSync(join(to, 'proposals.json'), 'utf8')).proposals[0].kind.is).toBe('gate')
    expect(readdirSync(folder)).toEqual(['oak-hill'])
  })

  test('never writes over what is there, and takes an empty folder', () => {
    const full = join(folder, 'full')
    mkdirSync(full)
    writeDraft(full, draftBlank(name))
    writeFileSync(join(full, 'mine.txt'), 'mine')
    expect(() => writeDraft(full, draftBlank(name))).toThrow('already')
    expect(readFileSync(join(full, 'mine.txt'), 'utf8')).toBe('mine')
  })

  test('writes nothing of a pack that has a fault', () => {
    const to = join(folder, 'broken')
    const broken = { ...draftBlank(name), files: [{ path: 'pack.yaml', text: 'pack: { name: x }' }] }
    expect(() => writeDraft(to, broken)).toThrow('makes no pack')
    expect(existsSync(to)).toBe(false)
  })

  test('calls it by its folder, with a letter of its initials', () => {
    expect(nameOf('/somewhere/oak-hill')).toEqual(name)
    expect(nameOf('2024')).toEqual({ name: '2024', letter: 'P' })
    expect(() => nameOf('Oak Hill')).toThrow('small letters')
  })
})
