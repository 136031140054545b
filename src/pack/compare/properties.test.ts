import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { type Pack, pack as packType } from '../types/pack.ts'
import { bySection } from './by-section.ts'
import { comparePacks, type PackChanges } from './compare-packs.ts'
import { isMap } from './equal.ts'
import { markWords } from './mark-words.ts'
import { isSpelling } from './spelling.ts'

const names = ['independent-school', 'village-primary', 'special-all-through', 'primary-federation', 'specialist-group']
const packs = new Map<string, Pack>(names.map((name) => [name, readPack(name)]))

type Path = readonly (string | number)[]

/** Every plain value of a pack; an id is a name, and another name is another thing. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]))
  if (isMap(value))
    return Object.entries(value).flatMap(([key, one]) => (key === 'id' ? [] : leavesOf(one, [...path, key])))
  return value === undefined ? [] : [path]
}

function edit(pack: Pack, path: Path): Pack {
  const after: unknown = structuredClone(pack)
  const around = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), after)
  const key = path.at(-1) ?? ''
  const value: unknown = Reflect.get(Object(around), key)
  const other = typeof value === 'string' ? `${value} otherwise` : typeof value === 'number' ? value + 1 : !value
  Reflect.set(Object(around), key, other)
  // Not read through the schema: the comparison must hold for a draft that is not sound, too.
  return after as Pack
}

const count = (changes: PackChanges): number =>
  changes.clauses.length +
  changes.whole.length +
  changes.things.reduce((all, one) => all + Math.max(one.differences.length, one.change === 'changed' ? 0 : 1), 0)

test.each(names)('%s: compared with itself, nothing differs, however it is written', (name) => {
  const pack = packs.get(name)
  if (pack === undefined) throw new Error(name)
  expect(comparePacks(pack, packType.parse(JSON.parse(JSON.stringify(pack))))).toEqual({
    clauses: [],
    things: [],
    whole: [],
  })
})

test.each(names)('%s: every edit shows up once, in one section', (name) => {
  const pack = packs.get(name)
  if (pack === undefined) throw new Error(name)
  const leaves = leavesOf(pack)
  fc.assert(
    fc.property(fc.nat(leaves.length - 1), (at) => {
      const path = leaves[at] ?? []
      const after = edit(pack, path)
      const changes = comparePacks(pack, after)
      expect(count(changes), path.join('/')).toBe(1)
      const grouped = bySection(pack, after, changes)
      expect(grouped.flatMap((one) => [...one.clauses, ...one.things])).toHaveLength(
        changes.clauses.length + changes.things.length,
      )
    }),
    { numRuns: 12 },
  )
})

test('another pack altogether is told without a fault, both ways', () => {
  const [one, other] = [packs.get('independent-school'), packs.get('specialist-group')]
  if (one === undefined || other === undefined) throw new Error('packs')
  expect(comparePacks(one, other).clauses).toHaveLength(one.clauses.length + other.clauses.length)
  expect(count(comparePacks(other, one))).toBeGreaterThan(one.clauses.length)
})

const words = fc
  .array(fc.constantFrom('the', 'head', 'tells', 'parents', ',', ' ', ' ', '.', '24', 'hours'))
  .map((all) => all.join(''))

test('marks hold both texts whole', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const marks = markWords(before, after)
      const read = (left: string) => marks.flatMap((mark) => (mark.kind === left ? [] : [mark.text])).join('')
      expect([read('added'), read('removed')]).toEqual([before, after])
    }),
  )
})

test.each([
  ['Organise the behavoiur policy.', 'Organise the behaviour policy.', true],
  ['The school organizes it', 'The school organises it.', true],
  ['Tell the head at once', 'Tell the Head, at once', true],
  ['within 24 hours', 'within 48 hours', false],
  ['Staff must sign', 'Staff may sign', false],
  ['log in', 'log on', false],
  ['Tell the head', 'Tell the head and the parents', false],
])('“%s” to “%s” is spelling: %s', (before, after, spelling) => {
  expect(isSpelling(before, after)).toBe(spelling)
})
