import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPack } from '../report.ts'
import type { PackFile } from './fault.ts'
import { LIMITS } from './yaml.ts'

const head = { path: 'pack.yaml', text: 'pack: { name: oak, policy: L, title: Online safety, language: en }\n' }
const read = (text: string) => readPack([head, { path: 'x.yaml', text }])
const rulesOf = (text: string): string[] => [...new Set(read(text).faults.map((fault) => fault.rule))]
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

describe('a file in another encoding', () => {
  const grant = 'grants:\n  a: { says: Café }\n'
  const asRead = (bytes: Buffer): string => bytes.toString('utf8')
  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${grant}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(grant, 'utf16le')],
    ['UTF-16, the big end first', Buffer.from(`\ufeff${grant}`, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(grant, 'latin1')],
    ['bytes of a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('is refused as such: %s', (_, bytes) => {
    expect(rulesOf(asRead(bytes))).toEqual(['encoding'])
  })

  test('is read when it is UTF-8, with a mark or without', () => {
    expect(read(asRead(Buffer.from(`\ufeff${grant}`))).pack?.grants.a?.says).toBe('Café')
    expect(read(asRead(Buffer.from(grant))).faults).toEqual([])
  })

  test.each(['"a\\0b"', '"a\\ud800b"', '"\\udc00"'])('a text no database can store is refused: %s', (text) => {
    expect(rulesOf(`grants:\n  a: { says: ${text} }\n`)).toContain('bad_value')
    expect(rulesOf(`grants:\n  ${text}: { says: A }\n`)).toContain('bad_key')
  })
})

describe('a pack made to cost time or memory', () => {
  test.each([
    ['keys without end', many(15_000, (n) => `key_${n}: 1\n`), 'unknown_key'],
    ['one key again and again', 'a: 1\n'.repeat(15_000), 'duplicate_id'],
    ['a key again and again in brackets', `{${'a:,'.repeat(15_000)}}`, 'duplicate_id'],
    ['anchors without end', many(5_000, (n) => `key_${n}: &a${n} 1\n`), 'anchor'],
    ['aliases without end', `a: &a [1]\n${many(5_000, (n) => `key_${n}: *a\n`)}`, 'alias'],
    ['tags without end', many(5_000, (n) => `key_${n}: !!binary x\n`), 'tag'],
    ['lists in lists', '- '.repeat(20_000), 'yaml'],
    ['keys of keys', '? '.repeat(20_000), 'yaml'],
    ['indents in indents', many(1_200, (n) => `${' '.repeat(n)}a:\n`), 'too_deep'],
    ['brackets in brackets', '{a: '.repeat(1_000), 'too_deep'],
    ['one word of a million letters', `${'k'.repeat(1_000_000)}: 1\n`, 'yaml'],
    ['one text of a million letters', `grants: { a: { says: ${'x'.repeat(1_000_000)} } }`, 'bad_value'],
    ['one number of a million digits', `grants: ${'9'.repeat(1_000_000)}`, 'bad_value'],
    [
      'an expression of brackets',
      `parties:\n  p: { kind: audience, says: P, of: [pupil], when: "${'('.repeat(3_900)}" }`,
      'expression_syntax',
    ],
  ])('is answered with faults, and never with more than are told at once: %s', (_, text, rule) => {
    const { pack, faults } = read(text)
    expect(faults.map((fault) => fault.rule)).toContain(rule)
    expect(faults.length).toBeLessThanOrEqual(LIMITS.faults)
    if (rule !== 'expression_syntax') expect(pack).toBeNull()
  })

  test('is refused unread when it has more files or more text than a policy', () => {
    const files = Array.from({ length: LIMITS.files + 1 }, (_, n) => ({ path: `${n}.yaml`, text: '' }))
    const text = `# ${'x'.repeat(LIMITS.characters - 10)}`
    const large = ['a', 'b', 'c'].map((path) => ({ path: `${path}.yaml`, text }))
    for (const all of [files, large]) expect(readPack(all).faults.map((fault) => fault.rule)).toEqual(['too_large'])
  })
})

test('keys that every object has are words like any others, and change no object', () => {
  const { pack, faults } = read(
    '__proto__: { bad: 1 }\nconstructor: { prototype: { bad: 1 } }\ntoString: 1\ngrants: { __proto__: { bad: 1 }, constructor: { says: C } }\n',
  )
  expect(pack).toBeNull()
  expect(faults.map((fault) => fault.rule).toSorted()).toEqual([
    'bad_id',
    'bad_key',
    'bad_key',
    'unknown_key',
    'unknown_key',
  ])
  expect(Reflect.get({}, 'bad')).toBeUndefined()
})

const folder = join(import.meta.dirname, '../../../packs/village-primary')
const real: readonly PackFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml') && !path.startsWith('clauses'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))

const VALUES = [
  'constructor',
  'party/constructor',
  'record/incident#x',
  '0',
  '-1',
  '1e99',
  '~',
  '[]',
  '{}',
  '""',
  'true',
  '"true &&"',
  'P99999Y',
  '2026-02-30',
  '[a, [b]]',
  '{ en: A, cy: B }',
  '{ any_of: [] }',
  '1..0',
  '99999 school days',
]
// One change of a text: a line falls out, comes twice, changes places or loses its indent; a value or a letter becomes another.
const edit = fc.record({
  how: fc.constantFrom('drop', 'twice', 'swap', 'indent', 'value', 'value', 'value', 'letter'),
  at: fc.nat(),
  to: fc.nat(),
  value: fc.constantFrom(...VALUES),
  letter: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function edited(text: string, { how, at, to, value, letter }: Edit): string {
  const lines = text.split('\n')
  const [here, there] = [at % lines.length, to % lines.length]
  const [line = '', other = ''] = [lines[here], lines[there]]
  if (how === 'drop') return lines.toSpliced(here, 1).join('\n')
  if (how === 'twice') return lines.toSpliced(there, 0, line).join('\n')
  if (how === 'swap') return lines.with(here, other).with(there, line).join('\n')
  if (how === 'indent') return lines.with(here, line.replace(/^ {0,2}/, to % 2 === 0 ? '' : '    ')).join('\n')
  if (how === 'letter') return `${text.slice(0, at % text.length)}${letter}${text.slice((at % text.length) + 1)}`
  const places = [...line.matchAll(/(?<=: |\[|, )[^\s,{}[\]:"][^,{}[\]:"]*/g)]
  const place = places[to % Math.max(1, places.length)]
  if (place === undefined) return text
  const changed = line.slice(0, place.index) + value + line.slice(place.index + place[0].length)
  return lines.with(here, changed).join('\n')
}

/** A pack or faults, each at a place of one of the files; anything that is thrown fails the test by itself. */
function answers(files: readonly PackFile[]): void {
  const { pack, faults } = readPack(files, { publish: true })
  if (pack === null) expect(faults).not.toEqual([])
  else expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  const paths = new Set(files.map((file) => file.path))
  for (const { file, line, column, rule, says } of faults) {
    expect([paths.has(file), line > 0, column > 0]).toEqual([true, true, true])
    expect(rule).toMatch(/^[a-z_]+$/)
    expect(says.length).toBeLessThan(2_000)
  }
}

describe('whatever is in its files, a pack or its faults come back', () => {
  test('some files of a real pack, changed at random', () => {
    const few = fc.subarray([...real], { minLength: 3, maxLength: 5 })
    const changes = fc.array(edit, { minLength: 1, maxLength: 4 })
    const property = fc.property(few, changes, ([first, ...others], edits) => {
      const text = edits.reduce(edited, first?.text ?? '')
      answers([head, ...others, { path: first?.path ?? '', text }])
    })
    fc.assert(property, { numRuns: 30 })
  })

  test('signs of YAML in any order', () => {
    const sign = fc.constantFrom(
      'a',
      'grants',
      'says',
      ': ',
      '- ',
      '? ',
      '\n',
      '\n  ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '&a ',
      '*a',
      '!t ',
      '| ',
      '> ',
      '#',
      '%',
      '---',
      '...',
      '\t',
      '<<',
      '~',
      '0x1',
      '.nan',
      '\r',
      '\u2028',
      '\\',
    )
    const texts = fc.oneof(
      fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    )
    fc.assert(
      fc.property(texts, (text) => answers([head, { path: 'x.yaml', text }])),
      { numRuns: 400 },
    )
  })
})
