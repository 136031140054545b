import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultsWith, marked } from '../check/given.ts'

const duty = (rest: string): string => `duties:\n  d: { says: D, owner: party/head, proof: { attest: A }, ${rest} }`
const steps = (text: string): string =>
  `flows:\n  f:\n    says: F\n    in: [record/incident]\n    by: party/dsl\n    start: a\n    steps:\n      ${text}`
const assent = (rest: string): string =>
  `assents:\n  a: { says: A, about: self, for: party/staff, items: [{ id: i, says: I }], ways: [link], asked_on: [person.joined], basis: acknowledgement, silence: "no", ${rest} }`

/** A rule of form, and a file with a mark where the fault must stand. */
const cases: readonly (readonly [rule: string, text: string])[] = [
  ['bad_id', 'grants:\n  ‸My-Grant: { says: G }'],
  ['bad_id', 'clauses:\n  - { id: ‸L 001, says: S, strength: must, kind: duty, kept_by: [assent/rules] }'],
  ['bad_text', 'grants:\n  g: { says: ‸3 }'],
  ['empty_text', 'grants:\n  g: { says: "‸" }'],
  ['bad_language', 'grants:\n  g: { says: { ‸Welsh: G } }'],
  ['bad_reference', 'guards:\n  g: { says: G, stops: ‸internet, unless: "true", held_by: kept }'],
  ['bad_reference', 'guards:\n  g: { says: G, stops: ‸party/head, unless: "true", held_by: kept }'],
  ['bad_range', 'parties:\n  p: { kind: post, says: P, holders: "‸many" }'],
  ['empty_expression', 'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "‸" }'],
  ['bad_time', duty('on: person.left, within: ‸a while')],
  ['bad_time', duty('every: ‸often')],
  ['bad_time', duty('every: term, due: ‸half way')],
  ['bad_time', duty('on: person.left, within: 1 h, late: [{ at: ‸soon }]')],
  [
    'bad_time',
    'tables:\n  t: { says: T, hit: first, inputs: [{ id: p, says: P, type: list/phase }], marks: [{ id: m, says: M, means: times, at: [‸lunch] }], rows: [{ id: r, when: {}, mark: m }] }',
  ],
  ['bad_keep', 'records:\n  r: { says: R, keep: ‸6 years }'],
  ['bad_value', 'settings:\n  s: { says: S, type: integer, value: ‸~ }'],
  ['bad_party', 'decisions:\n  d: { says: D, by: { any_of: [‸head] } }'],
  ['bad_party', 'parties:\n  p: { ‸kind: robot, says: P }'.replace('‸kind: ', 'kind: ‸')],
  ['any_or_all', duty('on: person.left, within: 1 h').replace('party/head', '‸[party/head, party/dsl]')],
  ['any_or_all', duty('on: person.left, within: 1 h').replace('party/head', '{ any_of: ‸[party/head] }')],
  ['any_or_all', 'decisions:\n  d: { says: D, by: ‸party/head }'],
  ['bad_event', duty('on: ‸person.exploded, within: 1 h')],
  ['bad_effect', steps('a: { do: A, next: end, effects: [‸{ explode: all }] }')],
  ['bad_type', 'records:\n  r: { says: R, fields: [{ id: a, asks: A, type: ‸string }] }'],
  ['bad_step', steps('a: ‸{ next: end }')],
  ['bad_evidence', steps('a: { do: A, next: end, evidence: { kinds: ‸[] } }')],
  ['bad_wait', steps('a: { wait_for: ‸tomorrow, next: end }')],
  ['bad_for_each', steps('a: { for_each: ‸person, run: flow/f, next: end }')],
  ['bad_for_each', steps('a: { for_each: { person_with: ‸[] }, run: flow/f, next: end }')],
  ['bad_for_each', duty('every: term, for_each: ‸pupil')],
  ['answers', steps('a: { ask: A, answers: ‸[{ id: x, says: X, next: end }] }')],
  ['parallel', steps('a: { parallel: ‸[b], join: end }')],
  ['branch', steps('a: { branch: ‸[], else: end }')],
  ['bad_asked', assent('asked: ‸parents, lasts: post')],
  ['bad_lasts', assent('asked: { of: self }, lasts: ‸ages')],
  ['empty_assent', assent('asked: { of: self }, lasts: post').replace('[{ id: i, says: I }]', '‸[]')],
  ['empty_list', 'lists:\n  l: { says: L, values: ‸[] }'],
  ['bad_fact', 'facts:\n  ‸year: { type: integer, from: people }'],
  ['bad_fact', 'facts:\n  person.age: ‸{ type: integer }'],
  ['bad_day', 'documents:\n  d: { says: D, kind: policy, approved_on: ‸14 March 2016 }'],
  ['bad_stage', 'documents:\n  d: { says: D, kind: policy, stages: [‸read] }'],
  ['bad_sight', 'records:\n  r: { says: R, sight: [{ who: party/head, sees: ‸some }] }'],
  ['bad_proof', duty('on: person.left, within: 1 h').replace('{ attest: A }', '‸record/incident')],
  ['bad_duty', 'duties:\n  d: ‸{ says: D, owner: party/head, proof: { attest: A } }'],
  [
    'bad_end',
    'exceptions:\n  e: { says: E, from: guard/g, for: party/head, decision: decision/head_agrees, ends: ‸soon }',
  ],
  ['bad_given', steps('a: { table: table/t, says: T, with: { x: ‸Two words }, next: end }')],
  ['bad_date', 'records:\n  r: { says: R, dates: [‸{ id: d, from: opened }] }'],
  ['bad_part', 'reports:\n  r: { says: R, anonymous: true, to: party/head, parts: [‸{ id: p, says: P }] }'],
  ['bad_date', 'records:\n  r: { says: R, dates: [‸{ id: d, from: opened, when: x }] }'],
  ['bad_extension', 'overlays:\n  o: { school: oak, extends: [‸{ party: party/head }] }'],
  ['empty_list', 'overlays:\n  o: { school: oak, extends: [{ list: list/phase, values: ‸[] }] }'],
  ['bad_time', duty('on: person.left, within: ‸{ source: school }')],
  ['bad_for', assent('lasts: 1 year, asked: { of: self }').replace('for: party/staff', 'for: ‸pupils')],
  ['bad_reader', steps('a: { do: A, next: end, effects: [{ letter: document/d, to: ‸{ person: pupil } }] }')],
  [
    'no_next_call',
    'notify:\n  n: ‸{ says: N, on: record/concern#opened, to: { in_order: [party/head, party/dsl] }, accept: one }',
  ],
  ['unknown_key', 'grants:\n  g: { says: G, ‸sayz: H }'],
  ['missing', 'grants:\n  g: ‸{ to: person }'],
]

/** What only the head of a pack can get wrong. */
const headCases: readonly (readonly [rule: string, text: string])[] = [
  ['bad_name', 'pack: { name: ‸My Pack, policy: L, title: T, language: en }'],
  ['bad_policy', 'pack: { name: oak, policy: ‸lower, title: T, language: en }'],
]

describe('the form of a pack', () => {
  test.each(cases)('%s is found at its exact place: %j', (rule, text) => {
    const { text: plain, place } = marked(text)
    expect(faultsWith(plain)).toEqual([`${place} ${rule}`])
  })

  test.each(headCases)('%s is found in the head', (rule, text) => {
    const { text: plain, place } = marked(text)
    expect(faultsWith(plain, {}, '')).toEqual([`${place} ${rule}`])
  })

  test('every rule that the types name has a test', () => {
    const folder = new URL('../types/', import.meta.url)
    const sources = readdirSync(folder)
      .filter((name) => !name.includes('.test.'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    const named = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/['`]([a-z_]+)\|/g)].map((found) => found[1] ?? '').filter((rule) => rule !== 'rule'),
      ),
    )
    const tested = new Set([...cases, ...headCases].map(([rule]) => rule))
    expect([...named].filter((rule) => !tested.has(rule))).toEqual([])
  })
})
