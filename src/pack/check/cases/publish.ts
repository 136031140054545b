import type { Case } from './case.ts'

/** Faults that only publishing minds. */
export const publishCases: readonly Case[] = [
  [
    'open_limit',
    'a time that nobody counted',
    'duties:\n  d: { says: D, on: person.left, within: { policy_says: ‸promptly }, owner: party/head, proof: { attest: A } }',
  ],
  ['open_value', 'a setting without a value', 'settings:\n  s: { says: S, type: integer, value: ‸{ source: school } }'],
  [
    'unsettled_value',
    'a value that was inferred',
    'settings:\n  s: { says: S, type: integer, value: { value: 3, source: ‸inferred } }',
  ],
  [
    'unsettled_value',
    'a form that was inferred as a whole',
    'records:\n  r: { says: R, source: ‸inferred, confidence: low, fields: [{ id: w, asks: W, type: text }] }',
  ],
  [
    'unsettled_value',
    'how long a record is kept, inferred',
    'records:\n  r: { says: R, keep: { for: 6 years, after: closed, source: ‸inferred } }',
  ],
  [
    'unsettled_value',
    'a stand-in who was inferred',
    'parties:\n  p: { kind: post, says: P, instead: { named_in_case: party/head, source: ‸inferred } }',
  ],
  [
    'unsettled_value',
    'a day that the reader chose',
    'duties:\n  d: { says: D, every: term, due: { we_count: start of term, source: ‸inferred }, owner: party/head, proof: { attest: A } }',
  ],
  [
    'unsettled_value',
    'one outcome of a row',
    'tables:\n  t: { says: T, hit: first, inputs: [{ id: p, says: P, type: list/phase }], outcomes: [{ id: o, says: O, strength: may }], rows: [{ id: r, when: {}, outcomes: [o], sources: { o: { source: ‸inferred, confidence: low } } }] }',
  ],
  [
    'open_value',
    'a limit whose setting has no value',
    'settings:\n  s: { says: S, type: time, value: ‸{ source: school } }\nduties:\n  d: { says: D, on: person.left, within: { setting: setting/s }, owner: party/head, proof: { attest: A } }',
  ],
  ['unsettled_reading', 'a contradiction left open', 'readings:\n  ‸r: { between: [L-001], holds: H, by: party/head }'],
]
