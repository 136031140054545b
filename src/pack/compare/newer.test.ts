import { expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import type { Pack } from '../types/pack.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const given = (more: string): Pack => {
  const { pack, faults } = loadPack([
    { path: 'a.yaml', text: base },
    { path: 'b.yaml', text: more },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

/** What is said of a change, and whether it is one of substance. */
function changed(before: string, after: string) {
  const [old, now] = [given(before), given(after)]
  const found = comparePacks(old, now)
  return {
    now,
    said: found.things.flatMap((one) => one.differences.map(({ says }) => says)),
    material: proposeMaterial(old, now, found).material,
  }
}

test('the site by which somebody is told is said, and a change of it is material', () => {
  const told = (at: string) => `
parties: { lead: { kind: post, says: Lead of the site, per: site } }
records: { leak: { says: Leak, fields: [{ id: where, asks: Where is it?, type: site }] } }
notify: { leak: { says: There is a leak, on: record/leak#opened, to: party/lead${at} } }
`
  const { now, said, material } = changed(told(''), told(', at: where'))
  expect(sentenceOf(now, 'notify/leak')).toBe(
    'When “Leak” is opened, the lead of the site (of the site that “Where is it?” names) is told: There is a leak.',
  )
  expect(said).toEqual(['at what times or where now the site that “Where is it?” names'])
  expect(material).toBe(true)
})

const wait = (whom: string): string => `
lists: { left: { says: Left to, values: [{ id: a, says: The police, party: party/police }] } }
flows:
  chart: { says: Loss, in: [record/incident], by: party/dsl, start: a, steps: { a: { wait_for: { ${whom}, says: Their answer }, next: end } } }
`

test('whose answer a step waits for is said, and a change of it is material', () => {
  const { said, material } = changed(wait('party: party/police'), wait('any_of: [party/police, party/provider]'))
  expect(said).toEqual([
    'step “a step”: what is waited for: the police answers becomes the police or the provider answers',
  ])
  expect(material).toBe(true)
  const all = changed(wait('any_of: [party/police, party/provider]'), wait('all_of: [party/police, party/provider]'))
  expect(all.said[0]).toMatch(/the police or the provider answers becomes the police and the provider have answered$/)
  expect(all.material).toBe(true)
})

test('whether a body writes down a minute is said, and a change of it is material', () => {
  const board = (minute: string) => `parties: { board: { kind: body, says: Board, minute: ${minute} } }`
  const { said, material } = changed(board('required'), board('optional'))
  expect(said).toEqual(['the minute: required becomes optional'])
  expect(material).toBe(true)
})

const applied = (from: string): string => `
tables: { t: { says: Actions, inputs: [{ id: before, says: Before, type: yes_no }], hit: all, outcomes: [{ id: o, says: Warned, strength: may }], rows: [{ id: r, when: { before: true }, outcomes: [o] }] } }
flows:
  chart: { says: Loss, in: [record/incident], by: party/dsl, start: a, steps: { a: { table: table/t, says: What follows?, with: { before: { earlier: ${from} } }, next: end } } }
`

test('what the software counts for a table is said, and a change of it is material', () => {
  const { said, material } = changed(applied('same'), applied('any'))
  expect(said[0]).toMatch(
    /in which the same was decided about the same person becomes .* in which the table was applied/,
  )
  expect(material).toBe(true)
})
