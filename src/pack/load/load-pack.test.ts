import { describe, expect, test } from 'vitest'
import { loadPack } from './load-pack.ts'

const head = { path: 'pack.yaml', text: 'pack: { name: oak, policy: L, title: Online safety, language: en }\n' }

/** Faults of one more file beside the head, as `line:column rule`. */
const faultsIn = (text: string): string[] =>
  loadPack([head, { path: 'x.yaml', text }]).faults.map((fault) => `${fault.line}:${fault.column} ${fault.rule}`)

const saysOf = (text: string): string => loadPack([head, { path: 'x.yaml', text }]).faults[0]?.says ?? ''

describe('loadPack', () => {
  test('joins the files of a folder by their keys', () => {
    const { pack, faults } = loadPack([
      head,
      { path: 'a.yaml', text: 'grants:\n  internet: { says: The internet }\nsections: [{ id: one, title: One }]\n' },
      { path: 'b.yaml', text: 'grants:\n  network: { says: The network }\nsections: [{ id: two, title: Two }]\n' },
    ])
    expect(faults).toEqual([])
    expect(Object.keys(pack?.grants ?? {})).toEqual(['internet', 'network'])
    expect(pack?.sections.map((section) => section.id)).toEqual(['one', 'two'])
  })

  test('is plain JSON that survives storage', () => {
    const { pack } = loadPack([head])
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  })

  test('refuses an id that stands in two files, and says where the first is', () => {
    const { faults } = loadPack([
      head,
      { path: 'a.yaml', text: 'grants:\n  internet: { says: The internet }\n' },
      { path: 'b.yaml', text: '\ngrants:\n  internet: { says: Again }\n' },
    ])
    expect(faults).toEqual([
      {
        file: 'b.yaml',
        line: 3,
        column: 3,
        rule: 'duplicate_id',
        says: '“internet” stands in a.yaml line 2 already. Give one of them another id.',
      },
    ])
  })

  test('says so when the folder is empty', () => {
    expect(loadPack([{ path: 'notes.txt', text: 'hello' }]).faults.map((fault) => fault.rule)).toEqual(['empty_pack'])
  })
})

describe('what stands where it may not', () => {
  test.each([
    ['a key twice', 'grants:\n  a: { says: A }\n  a: { says: B }\n', '3:3 duplicate_id'],
    ['an anchor', 'grants:\n  a: &a { says: A }\n', '2:9 anchor'],
    ['a tag', 'grants:\n  a: { says: !x A }\n', '2:17 tag'],
    ['a tab', 'grants:\n\ta: { says: A }\n', '2:1 yaml'],
    ['a second document', 'grants: {}\n---\ngrants: {}\n', '2:1 yaml'],
    ['a list for a file', '- one\n', '1:1 bad_file'],
    ['an unknown key', 'grants:\n  a: { says: A, colour: red }\n', '2:17 unknown_key'],
    ['an unknown top-level key', 'guardz: {}\n', '1:1 unknown_key'],
    ['a bad id', 'grants:\n  Bad-Id: { says: A }\n', '2:3 bad_id'],
    ['a missing key', 'grants:\n  a: { to: person }\n', '2:6 missing'],
    ['an empty value', 'grants:\n  a: { says: }\n', '2:14 bad_text'],
    [
      'a list of parties without any or all',
      'duties:\n  d: { on: person.left, within: 24 h, owner: [party/a, party/b], says: S, proof: { attest: A } }\n',
      '2:46 any_or_all',
    ],
    [
      'a party without its kind',
      'duties:\n  d: { on: person.left, within: 24 h, owner: head, says: S, proof: { attest: A } }\n',
      '2:46 any_or_all',
    ],
    [
      'a time nobody can count',
      'duties:\n  d: { on: person.left, within: soon, owner: party/a, says: S, proof: { attest: A } }\n',
      '2:33 bad_time',
    ],
    [
      'a step of no kind',
      'flows:\n  f:\n    { says: S, in: [record/r], by: opener, start: a, steps: { a: { next: end } } }\n',
      '3:66 bad_step',
    ],
    [
      'a typing error in a step',
      'flows:\n  f:\n    { says: S, in: [record/r], by: opener, start: a, steps: { a: { do: D, nxt: end } } }\n',
      '3:66 missing',
    ],
  ])('%s is refused at its place', (_, text, expected) => {
    expect(faultsIn(text)).toContain(expected)
  })

  test('an alias is refused at its place', () => {
    expect(faultsIn('grants:\n  a: &a { says: A }\n  b: *a\n')).toContain('3:6 alias')
  })

  test('a bomb of aliases is refused and never unfolded', () => {
    const lines = ['grants:', '  l0: &l0 [a, a]']
    for (let n = 1; n < 30; n += 1) lines.push(`  l${n}: &l${n} [*l${n - 1}, *l${n - 1}]`)
    expect(faultsIn(lines.join('\n'))).toContain('3:12 alias')
  })

  test('a file nested a hundred thousand deep is refused', () => {
    expect(faultsIn('['.repeat(100_000))).toEqual(['1:1 too_deep'])
  })

  test('a file too large for a pack is refused unread', () => {
    expect(faultsIn(`# ${'x'.repeat(2_000_001)}`)).toEqual(['1:1 too_large'])
  })

  test.each([
    ['grants:\n  a: { sais: A }\n', '“sais” is not known here. Did you mean “says”?'],
    ['grants:\n  a: { says: A, within: 24 h }\n', '“within” is not known here. It belongs elsewhere.'],
    ['grants:\n  a: { says: A, colourful: 1 }\n', '“colourful” is not known here.'],
    ['grants:\n  a: { says: A, to: nobody }\n', 'Write one of: person, device, class.'],
    ['grants:\n  a: [one]\n', 'Here stands a list; it must be entries with keys.'],
  ])('%j is answered with what to write', (text, expected) => {
    expect(loadPack([head, { path: 'x.yaml', text }]).faults.map((fault) => fault.says)).toContain(expected)
  })

  test('the sentence tells what to write', () => {
    expect(
      saysOf('duties:\n  d: { on: person.left, within: soon, owner: party/a, says: S, proof: { attest: A } }\n'),
    ).toBe(
      'Write a limit like 24 h, end of school day, { until: a date field }, { for: 24 h, from: a date field } or { policy_says: promptly, we_count: 24 h }.',
    )
  })
})
