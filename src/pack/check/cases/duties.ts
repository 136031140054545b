import type { Case } from './case.ts'

const duty = (more: string) => `duties:\n  d: { says: D, ${more} }\n`
const SAID = 'proof: { attest: A }'
const REGISTER =
  'records:\n  kit: { says: Kit, fields: [{ id: holder, asks: W, type: person }, { id: what, asks: W, type: text }, { id: topic, asks: T, type: list/phase, many: true }, { id: form, asks: C, type: class }], opened_by: party/dsl }\n'
const covers = (more: string) =>
  REGISTER +
  duty(`every: school year, for_each: class, owner: class_teachers, proof: { in: record/kit, of: list/phase, ${more} }`)

const guard = (unless: string, more = 'stops: document/policy, held_by: kept') =>
  `guards:\n  g: { says: G, unless: "${unless}", ${more} }`

/** Faults of duties that are done for each of something, of what shows that they are done, and of documents and what publishes them. */
export const dutyCases: readonly Case[] = [
  [
    'nobody_meant',
    'a report that nobody makes, though a clause counts on it',
    'reports:\n  ‸r: { says: R, anonymous: true, to: party/head, parts: [{ id: p, says: P, writes: What happened? }] }\nclauses: [{ id: L-900, says: S, strength: must, kind: report, kept_by: [report/r] }]',
  ],
  [
    'unknown_name',
    'a report split by what no step asks',
    'reports:\n  r: { says: R, anonymous: true, to: party/head, parts: [{ id: p, says: P, counts: record/incident, split: [‸weather] }] }',
  ],
  [
    'expression_function',
    'a decision about a version, asked at a door',
    guard("‸agreed('decision/head_agrees')", 'stops: grant/internet, held_by: kept'),
  ],
  ['unknown_reference', 'a decision that is none', guard("agreed('‸record/incident')")],
  ['unknown_reference', 'a decision that nobody defined', guard("agreed('‸decision/nobody_agrees')")],
  ['unknown_name', 'a field where a step is meant', guard("has_record('record/incident#‸what')")],
  [
    'not_enforced',
    'a publication that a person holds',
    guard("agreed('decision/head_agrees')", 'stops: document/policy, held_by: ‸party/head'),
  ],
  [
    'never_opens',
    'a publication by a person of some year',
    guard("agreed('decision/head_agrees') || ‸person.year > 3"),
  ],
  [
    'wrong_party_kind',
    'a letter that is published',
    `documents:\n  l: { says: L, kind: linked }\n${guard("agreed('decision/head_agrees')", 'stops: ‸document/l, held_by: kept')}`,
  ],
  [
    'nothing_attached',
    'an open document to which nothing is attached',
    'documents:\n  d: { says: D, kind: linked, public: ‸true }',
  ],
  [
    'wrong_day',
    'a review before the approval',
    'documents:\n  d: { says: D, kind: policy, review: { every: year }, approved_on: 2026-03-14, review_due: ‸2025-04-30 }',
  ],
  [
    'wrong_day',
    'a day of review without a rhythm',
    'documents:\n  d: { says: D, kind: policy, review_due: ‸2025-04-30 }',
  ],
  [
    'nobody_meant',
    'a relation without anybody else',
    `parties:\n  boss: { kind: relation, says: B, path: line_manager, of: opener }\n${duty(`every: term, owner: ‸party/boss, ${SAID}`)}`,
  ],
  [
    'nobody_meant',
    'a relation without anybody else, told that a duty is late',
    `parties:\n  boss: { kind: relation, says: B, path: line_manager, of: opener }\n${duty(`every: term, owner: party/head, ${SAID}, late: [{ at: due, notify: ‸party/boss }]`)}`,
  ],
  [
    'nobody_meant',
    'whoever handles a record, told that a duty is late',
    duty(
      `on: record/incident#opened, within: 1 day, owner: party/head, ${SAID}, late: [{ at: due, notify: ‸handler }]`,
    ),
  ],
  ['nobody_meant', 'each holder of a body', duty(`every: term, for_each: holder, owner: ‸party/governors, ${SAID}`)],
  [
    'nobody_meant',
    'each holder of two posts',
    duty(`every: term, for_each: holder, owner: ‸{ any_of: [party/head, party/dsl] }, ${SAID}`),
  ],
  ['nobody_meant', 'a person by the calendar', duty(`every: term, owner: ‸person, ${SAID}`)],
  ['nobody_meant', 'the teachers of no class', duty(`every: term, owner: ‸class_teachers, ${SAID}`)],
  [
    'nobody_meant',
    'a post for what each person holds',
    REGISTER + duty(`every: term, for_each: { item_of: record/kit, held_by: holder }, owner: ‸party/head, ${SAID}`),
  ],
  [
    'never_planned',
    'a duty for each device by the calendar',
    duty(`every: term, for_each: ‸device, owner: party/head, ${SAID}`),
  ],
  [
    'never_planned',
    'a duty for each pupil by the calendar',
    duty(`every: term, for_each: ‸person, for: party/pupils, owner: person, ${SAID}`),
  ],
  [
    'never_planned',
    'a duty for each class from an event',
    duty(`on: person.left, within: 1 day, for_each: ‸class, owner: party/head, ${SAID}`),
  ],
  ['never_planned', 'a choice among nothing', duty(`every: term, owner: party/head, where: ‸person.year > 3, ${SAID}`)],
  [
    'never_planned',
    'a programme of no class',
    REGISTER +
      duty(`every: term, owner: party/head, proof: ‸{ covers: topic, in: record/kit, class: form, of: list/phase }`),
  ],
  [
    'unknown_name',
    'a register without that field',
    REGISTER + duty(`every: term, for_each: { item_of: record/kit, held_by: ‸whom }, owner: person, ${SAID}`),
  ],
  [
    'unknown_name',
    'a holder who is a text',
    REGISTER + duty(`every: term, for_each: { holder_of: record/kit, held_by: ‸what }, owner: person, ${SAID}`),
  ],
  ['unknown_name', 'topics in a field of another list', covers('covers: ‸what, class: form')],
  ['unknown_name', 'a class in a field of another kind', covers('covers: topic, class: ‸what')],
  ['unknown_name', 'a topic that the list has not', covers('covers: topic, class: form, only: [primary, ‸tertiary]')],
  [
    'unknown_fact',
    'a fact of a class that nobody declared',
    duty(`every: term, for_each: class, owner: class_teachers, where: ‸class.size > 3, ${SAID}`),
  ],
]
