import { type Case, END, flow } from './case.ts'

const letter = (written: string): string =>
  `actions:\n  a: { says: A, kind: support, by: party/head, effects: [{ letter: ${written} }] }`

const register = (entry: string): string =>
  `records:\n  r: { says: R, fields: [{ id: name, asks: N, type: text }, { id: phases, asks: P, type: list/phase, many: true, required: false }], entries: [${entry}] }`

const starting = (written: string): string =>
  `exceptions:\n  e: { says: E, from: conduct/be_kind, for: party/staff, ends: { after: 1 week }, fields: [{ id: why, asks: Why?, type: text }] }\n${flow(`a: { do: A, effects: [{ start: ${written} }], ${END}`)}`

/** Faults of names and of expressions. */
export const nameCases: readonly Case[] = [
  [
    'unknown_reference',
    'a record that nobody defined',
    'duties:\n  d: { says: D, on: ‸record/incidnt#opened, within: 24 h, owner: party/head, proof: { attest: A } }'.replace(
      'record/‸',
      '‸record/',
    ),
  ],
  [
    'unknown_reference',
    'a reference inside an expression',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "signed(person, \'‸assent/ruls\')", held_by: kept }',
  ],
  [
    'unknown_reference',
    'a function asked about the wrong kind',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "signed(person, \'‸party/head\')", held_by: kept }',
  ],
  [
    'unknown_reference',
    'a plan that is not listed',
    'clauses:\n  - { id: L-002, says: S, strength: must, kind: duty, kept_by: [], planned: [‸record/lone] }',
  ],
  [
    'unknown_party',
    'a party that nobody defined',
    'duties:\n  d: { says: D, on: person.left, within: 24 h, owner: ‸party/hed, proof: { attest: A } }',
  ],
  [
    'unknown_part',
    'a value that the list has not',
    'conduct:\n  c: { says: C, for: [party/pupils], breach: ‸list/phase#nursery }',
  ],
  [
    'unknown_part',
    'a moment that a record has not',
    'notify:\n  n: { says: N, on: ‸record/incident#exploded, to: party/head }',
  ],
  [
    'unknown_name',
    'told by a site that the form does not ask for',
    'parties:\n  lead: { kind: post, says: L, per: site }\nnotify:\n  n: { says: N, on: record/incident#opened, to: party/lead, at: ‸where_it_was }',
  ],
  [
    'nobody_meant',
    'told by a question that asks for no site',
    'parties:\n  lead: { kind: post, says: L, per: site }\nrecords:\n  r: { says: R, fields: [{ id: w, asks: W, type: text }] }\nnotify:\n  n: { says: N, on: record/r#opened, to: party/lead, at: ‸w }',
  ],
  [
    'nobody_meant',
    'told by a site although nobody is held at one',
    'records:\n  r: { says: R, fields: [{ id: w, asks: W, type: site }] }\nnotify:\n  n: { says: N, on: record/r#opened, to: party/head, at: ‸w }',
  ],
  [
    'nobody_meant',
    'told by a site when somebody joins',
    'parties:\n  lead: { kind: post, says: L, per: site }\nnotify:\n  n: { says: N, on: person.joined, to: party/lead, at: ‸w }',
  ],
  ['unknown_name', 'a column of no field', 'records:\n  r: { says: R, columns: [{ says: C, shows: [‸wat] }] }'],
  [
    'unknown_name',
    'a part of no record',
    'records:\n  r: { says: R, fields: [{ id: w, asks: W, type: people, parts: [‸thief] }] }',
  ],
  [
    'unknown_name',
    'sight of no field',
    'records:\n  r: { says: R, sight: [{ who: party/head, sees: { only: [‸wat] } }] }',
  ],
  ['unknown_name', 'kept from no moment', 'records:\n  r: { says: R, keep: { for: 6 years, after: ‸doomsday } }'],
  [
    'unknown_name',
    'a default that the list has not',
    'lists:\n  l: { says: L, default: ‸x, values: [{ id: a, says: A }] }',
  ],
  ['unknown_name', 'an effect on no field', flow(`a: { do: A, effects: [{ set: ‸wat, to: x }], ${END}`)],
  [
    'unknown_name',
    'each person with no such part',
    flow(`a: { for_each: { person_with: [‸thief] }, run: flow/other, ${END}`),
  ],
  [
    'unknown_name',
    'a mark that the table has not',
    'tables:\n  t: { says: T, hit: first, inputs: [{ id: p, says: P, type: list/phase }], marks: [{ id: ok, says: OK, means: yes }], otherwise: ok, rows: [{ id: r, when: { p: primary }, mark: ‸nok }] }',
  ],
  [
    'unknown_clause',
    'a clause that the policy has not',
    'conduct:\n  c: { says: C, for: [party/pupils], clauses: [‸L-999] }',
  ],
  [
    'unknown_clause',
    'a statement that says a clause which the policy has not',
    'assents:\n  a: { says: A, about: self, for: party/staff, asked: { of: self }, items: [{ id: i, says: I, states: [L-001, ‸L-999] }], ways: [link], asked_on: [person.joined], basis: acknowledgement, silence: not_given, lasts: post }',
  ],
  [
    'unknown_section',
    'a section that the policy has not',
    'clauses:\n  - { id: L-002, section: ‸two, says: S, strength: must, kind: duty, kept_by: [assent/rules] }',
  ],
  ['unknown_level', 'a post held at no level', 'parties:\n  p: { kind: post, says: P, per: ‸galaxy }'],
  [
    'unknown_merge_field',
    'a letter that fills in what is not declared',
    'documents:\n  d: { says: D, kind: letter, body: "‸Dear {name}" }',
  ],
  ['empty_letter', 'a letter without a text', `documents:\n  l: { says: L, kind: letter }\n${letter('‸document/l')}`],
  [
    'unfilled_letter',
    'a letter with a place that nothing fills',
    `documents:\n  l: { says: L, kind: letter, merge: [recipient, task], body: "{recipient} {task}" }\n${letter('‸document/l')}`,
  ],
  [
    'unfilled_letter',
    'an outcome that writes a letter without its words',
    'documents:\n  l: { says: L, kind: letter, merge: [task], body: "{task}" }\ntables:\n  t: { says: T, hit: all, inputs: [{ id: p, says: P, type: list/phase }], outcomes: [{ id: o, says: O, strength: may, does: ‸document/l }], rows: [{ id: r, when: {}, outcomes: [o] }] }',
  ],
  [
    'unknown_merge_field',
    'a letter that is told what it has no place for',
    `documents:\n  l: { says: L, kind: letter, body: "Dear all" }\n${letter('document/l, with: { name: ‸{ value: A } }')}`,
  ],
  [
    'unknown_name',
    'a letter filled from what nobody asks',
    `documents:\n  l: { says: L, kind: letter, merge: [task], body: "{task}" }\n${letter('document/l, with: { task: ‸what_was_it }')}`,
  ],
  ['unfilled_start', 'an exception that begins without its fields', starting('‸exception/e')],
  ['unfilled_start', 'a record that is told its fields', starting('record/incident, with: { what: ‸{ value: A } }')],
  ['unknown_name', 'an exception told what it does not ask', starting('exception/e, with: { why: what, who: ‸what }')],
  ['unknown_name', 'an exception told what nobody asks', starting('exception/e, with: { why: ‸nobody_asks }')],
  [
    'wrong_entry',
    'an entry that the policy brings along without what has to be answered',
    register('{ id: ‸e, fields: {} }'),
  ],
  [
    'wrong_entry',
    'an entry with a value that its list has not',
    register('{ id: e, fields: { name: N, phases: ‸[nursery] } }'),
  ],
  ['unknown_name', 'an entry with a field that nobody asks', register('{ id: e, fields: { name: N, colour: ‸red } }')],
  [
    'nobody_meant',
    'contacts that say of nobody whom they help',
    register('{ id: e, fields: { name: N } }').replace('entries:', 'contacts: { helps: ‸phases }, entries:'),
  ],
  [
    'duplicate_id',
    'a field asked twice',
    'records:\n  r:\n    says: R\n    fields: [{ id: a, asks: A, type: text }, { id: ‸a, asks: A, type: text }]',
  ],
  [
    'duplicate_id',
    'a field that two answers of a step ask for',
    'records:\n  r:\n    says: R\n    start: s\n    steps:\n      s:\n        ask: Q\n        answers:\n          - { id: a, says: A, next: end, fields: [{ id: f, asks: F, type: text }] }\n          - { id: b, says: B, next: end, fields: [{ id: ‸f, asks: F, type: text }] }',
  ],
  [
    'duplicate_id',
    'a clause of another file again',
    'clauses:\n  - { id: ‸L-001, says: S, strength: must, kind: duty, kept_by: [assent/rules] }',
  ],
  [
    'overlapping_id',
    'a field called like what the page of a step has itself',
    'actions:\n  a: { says: A, kind: support, by: party/head, fields: [{ id: ‸note, asks: What?, type: text }] }',
  ],
  [
    'overlapping_id',
    'a field called like rows',
    'records:\n  r:\n    says: R\n    fields: [{ id: ‸a, asks: A, type: text }]\n    rows: [{ id: a, says: A, fields: [{ id: b, asks: B, type: text }] }]',
  ],
  [
    'overlapping_id',
    'a field called like a built-in word',
    'records:\n  r: { says: R, fields: [{ id: ‸person, asks: A, type: text }] }',
  ],
  ['planned_and_built', 'a plan for what exists', 'planned:\n  - { ref: ‸record/incident, says: I }'],
  ['duplicate_id', 'a plan made twice', 'planned:\n  - { ref: ‸record/loan, says: L }'],
  [
    'expression_syntax',
    'an expression that stops',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "person.year >‸" }',
  ],
  [
    'expression_type',
    'a number compared with a text',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "‸person.year == \'nine\'" }',
  ],
  [
    'expression_type',
    'a fact that is not what it says',
    'facts:\n  person.older: { type: boolean, is: ‸person.year + 1 }',
  ],
  [
    'expression_function',
    'a pattern',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "‸person.phase.matches(\'x\')" }',
  ],
  [
    'unknown_fact',
    'a fact that nobody declared',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "person.‸yeer == 9" }',
  ],
  [
    'unknown_answer',
    'an answer that the question has not',
    flow(
      'a: { ask: A, answers: [{ id: x, says: X, next: b }, { id: y, says: Y, next: end }] }\nb: { do: B, when: "answers.a == \'‸z\'", next: end }',
    ),
  ],
  ['fact_loop', 'a fact worked out from itself', 'facts:\n  ‸person.a: { type: boolean, is: person.a }'],
  [
    'overlapping_id',
    'a field called like a word of expressions',
    'records:\n  r: { says: R, fields: [{ id: ‸type, asks: A, type: text }] }',
  ],
  [
    'unknown_part',
    'a person who agrees to a whole agreement',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "agreed(person, \'‸assent/rules\')", held_by: kept }',
  ],
  [
    'unknown_reference',
    'a person who agrees to a decision',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "agreed(person, \'‸decision/head_agrees\')", held_by: kept }',
  ],
]
