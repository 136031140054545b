import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base } from './check/given.ts'
import type { Fault, PackFile } from './load/fault.ts'
import { loadPack } from './load/load-pack.ts'
import { packReport, readPack } from './report.ts'
import { sentenceOf } from './sentences/sentence-of.ts'
import type { Pack } from './types/pack.ts'

/** Whether a fault stands at a line and column that its file has. */
function standsInside(fault: Fault, files: readonly PackFile[]): boolean {
  const file = files.find((one) => one.path === fault.file)
  const line = file?.text.split('\n')[fault.line - 1]
  return line !== undefined && fault.column >= 1 && fault.column <= line.length + 1
}

const inside = (files: readonly PackFile[]): boolean =>
  readPack(files, { publish: true }).faults.every((fault) => standsInside(fault, files))

/** A reference to everything of a pack that has a sentence. */
const refsIn = (pack: Pack): string[] =>
  (['records', 'assents', 'decisions', 'lists', 'parties', 'documents', 'settings'] as const).flatMap((holder) =>
    Object.keys(pack[holder]).map((id) => `${holder === 'parties' ? 'party' : holder.slice(0, -1)}/${id}`),
  )

const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'records:',
        'duties:',
        'flows:',
        'clauses:',
        '  a:',
        '    says: S',
        '    steps: { a: { do: A, next: b } }',
        '- { id: x }',
        '  a: &x {}',
        '  b: *x',
        '  ? [a, b]',
        '  c: !!binary aGk=',
        '  - - -',
        '{',
        '}',
        '[',
        '"',
        "'",
        '---',
        '...',
        '%YAML 1.2',
        '\t',
        '# c',
        '  owner: [party/a]',
        '<<: *x',
        '  __proto__: { says: S }',
        '  constructor: { says: S }',
        '  n: .nan',
        '  i: 0x1F',
        '  e: 1e999',
        '|',
        '>-',
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.join('\n'))

describe('reading a pack', () => {
  test('never throws, and every fault stands inside its file', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' })), (text) => inside([{ path: 'x.yaml', text }])),
      { numRuns: 400 },
    )
  })

  test('a sound pack with any line changed still has every fault inside its file', () => {
    const lines = base.split('\n')
    const change = fc.tuple(
      fc.nat(lines.length - 1),
      fc.nat(60),
      fc.constantFrom('', ' ', ':', '{', '}', '"', 'x', '- ', '#', '*', '&a ', '[', ', y: 1'),
    )
    fc.assert(
      fc.property(change, ([line, column, written]) => {
        const changed = lines.with(
          line,
          `${lines[line]?.slice(0, column) ?? ''}${written}${lines[line]?.slice(column) ?? ''}`,
        )
        return inside([{ path: 'base.yaml', text: changed.join('\n') }])
      }),
      { numRuns: 300 },
    )
  })

  test('one word put in the place of another never makes the checker or a sentence throw', () => {
    const words = [...base.matchAll(/[\w./#'"]+/g)]
    const two = fc.tuple(fc.nat(words.length - 1), fc.nat(words.length - 1))
    fc.assert(
      fc.property(two, ([at, by]) => {
        const [old, given] = [words[at], words[by]]
        if (old === undefined || given === undefined) return true
        const text = base.slice(0, old.index) + given[0] + base.slice(old.index + old[0].length)
        const { pack } = loadPack([{ path: 'base.yaml', text }])
        if (pack !== null) for (const ref of refsIn(pack)) sentenceOf(pack, ref)
        return inside([{ path: 'base.yaml', text }])
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    'duties:\n  d: { says: D, on: record/constructor#opened, within: 1 h, owner: party/head, proof: { attest: A } }',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "signed(person, \'assent/constructor\')" }',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "in_audience(person, \'constructor/x\')" }',
    'lists:\n  constructor: { says: L, values: [{ id: a, says: A }] }',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: person.constructor == 1 }',
    'flows:\n  f: { says: F, in: [record/incident], by: party/dsl, start: a, steps: { a: { do: A, next: constructor } } }',
  ])('a name that every object has is refused like any other: %s', (text) => {
    const files = [
      { path: 'base.yaml', text: base },
      { path: 'x.yaml', text },
    ]
    expect(readPack(files).faults.some((fault) => fault.file === 'x.yaml')).toBe(true)
  })

  test('a sound pack with any line left out never throws and stays inside', () => {
    const lines = base.split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), (line) =>
        inside([{ path: 'base.yaml', text: lines.toSpliced(line, 1).join('\n') }]),
      ),
    )
  })
})

describe('packReport', () => {
  test('counts clauses, what is linked, what is not yet, and the controls that keep them', () => {
    const more = `clauses:
  - { id: L-002, says: S, strength: must, kind: duty, kept_by: [], planned: [record/loan] }
  - { id: L-003, says: S, strength: must, kind: notice, kept_by: [conduct/be_kind, assent/rules, 'assent/rules#own'] }
`
    const report = packReport([
      { path: 'a.yaml', text: base },
      { path: 'b.yaml', text: more },
    ])
    expect(report).toEqual({
      name: 'oak',
      policy: 'L',
      clauses: 3,
      linked: 2,
      not_yet: ['L-002'],
      by_control: { assent: 2, conduct: 1 },
      errors: [],
    })
  })

  test('of a pack that cannot be read has its faults and no figures', () => {
    const report = packReport([{ path: 'a.yaml', text: 'pack: 3' }])
    expect(report).toMatchObject({ name: '', clauses: 0, linked: 0, not_yet: [], by_control: {} })
    expect(report.errors.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
      'a.yaml:1:7 bad_value',
    ])
  })
})
