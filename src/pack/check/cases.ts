import type { RuleId } from './rules.ts'

/** A rule, what breaks it, and a file with a mark where the fault must stand. */
export type Case = readonly [rule: RuleId, what: string, text: string]

const flow = (steps: string, extra = ''): string =>
  `flows:
  chart:
    says: a chart
    in: [record/incident]
    by: party/dsl
    start: a
    ${extra}
    steps:
${steps.replaceAll(/^/gm, '      ')}
lists:
  kind: { says: Kind, values: [{ id: bad, says: Bad, route: flow/chart }] }
`

const END = 'next: end }'

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
    'tables:\n  t: { says: T, hit: first, inputs: [{ id: p, says: P, type: list/phase }], marks: [{ id: ok, says: OK }], otherwise: ok, rows: [{ id: r, when: { p: primary }, mark: ‸nok }] }',
  ],
  [
    'unknown_clause',
    'a clause that the policy has not',
    'conduct:\n  c: { says: C, for: [party/pupils], clauses: [‸L-999] }',
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
  [
    'duplicate_id',
    'a field asked twice',
    'records:\n  r:\n    says: R\n    fields: [{ id: a, asks: A, type: text }, { id: ‸a, asks: A, type: text }]',
  ],
  [
    'duplicate_id',
    'a clause of another file again',
    'clauses:\n  - { id: ‸L-001, says: S, strength: must, kind: duty, kept_by: [assent/rules] }',
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
]

/** Faults of steps. */
export const stepCases: readonly Case[] = [
  [
    'no_start',
    'steps without a first',
    'records:\n  r:\n    says: R\n    handled_by: party/dsl\n    ‸steps: { a: { do: A, next: end } }',
  ],
  ['unknown_step', 'a first step that is none', flow(`b: { do: B, ${END}`).replace('start: a', 'start: ‸a')],
  [
    'unknown_step',
    'an answer that leads nowhere',
    flow('a: { ask: A, answers: [{ id: x, says: X, next: ‸b }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'unknown_step',
    'a wait that holds no step',
    flow(`a: { wait_for: { party: party/police, says: Reply }, holds: [‸b], ${END}`),
  ],
  ['unreachable_step', 'a step that nothing leads to', flow(`a: { do: A, ${END}\n‸b: { do: B, ${END}`)],
  [
    'no_way_out',
    'a circle without an end',
    flow('a: { do: A, within: 24 h, next: a }').replace('      a: { do: A, within', '      ‸a: { do: A, within'),
  ],
  [
    'unwatched_loop',
    'a circle that nobody watches',
    flow('‸a: { ask: Again?, answers: [{ id: x, says: X, next: a }, { id: y, says: Y, next: end }] }'),
  ],
  ['bad_id', 'a step called end', flow(`a: { do: A, ${END}\n‸end: { do: B, ${END}`)],
  [
    'no_join',
    'several answers that never meet',
    flow('a: { ask: A, choose: "‸1..", answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'no_join',
    'one answer with a meeting',
    flow('a: { ask: A, join: ‸end, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }'),
  ],
  [
    'bad_range',
    'more answers than there are',
    flow(
      'a: { ask: A, choose: "‸1..3", join: end, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] }',
    ),
  ],
  [
    'emergency_delayed',
    'an emergency that needs something',
    flow(`a: { do: A, never_waits: true, needs: "‸what != 'x'", ${END}`),
  ],
  [
    'emergency_delayed',
    'an emergency that waits for a yes',
    flow(`a: { decision: ‸decision/head_agrees, never_waits: true, refused: end, ${END}`),
  ],
  [
    'unused_flow',
    'a flow that nothing begins',
    flow(`a: { do: A, ${END}`).replace('  chart:', '  ‸chart:').replace(', route: flow/chart', ''),
  ],
  [
    'no_route',
    'a category that leads nowhere',
    flow(`a: { do: A, ${END}`).replace('route: flow/chart }', 'route: flow/chart }, { id: ‸sad, says: Sad }'),
  ],
  [
    'file_in_abuse_category',
    'a file where none may be',
    flow(`a: { do: A, fields: [{ id: f, asks: F, type: ‸file }], ${END}`, 'files: never'),
  ],
  [
    'file_in_abuse_category',
    'a letter where nothing may be printed',
    flow(`a: { do: A, effects: [‸{ letter: document/policy }], ${END}`, 'files: never'),
  ],
  [
    'file_in_abuse_category',
    'a closed category with an open flow',
    flow(`a: { do: A, ${END}`).replace('route: flow/chart', 'files: never, route: ‸flow/chart'),
  ],
]

/** Faults of people, controls, clauses and texts. */
export const controlCases: readonly Case[] = [
  [
    'outside_owner',
    'the police with a duty',
    'duties:\n  d: { says: D, on: person.left, within: 24 h, owner: ‸party/police, proof: { attest: A } }',
  ],
  [
    'outside_owner',
    'the police walking a chart',
    flow(`a: { do: A, by: { any_of: [party/dsl, ‸party/police] }, ${END}`),
  ],
  [
    'no_stand_in',
    'a post that could judge itself',
    'parties:\n  ‸lead: { kind: post, says: Lead }\ndecisions:\n  d: { says: D, by: { any_of: [party/lead] } }',
  ],
  [
    'no_stand_in',
    'a post that stands in for itself',
    'parties:\n  lead: { kind: post, says: Lead, instead: { named_in_case: ‸party/lead } }\ndecisions:\n  d: { says: D, by: { any_of: [party/lead] } }',
  ],
  [
    'own_decision',
    'an opener who agrees with themselves',
    'decisions:\n  d: { says: D, by: { any_of: [party/head, ‸opener] } }',
  ],
  [
    'same_seat_twice',
    'one party as two voices',
    'decisions:\n  d: { says: D, by: { all_of: [party/head, ‸party/head] } }',
  ],
  ['wrong_party_kind', 'a post as a body', 'decisions:\n  d: { says: D, by: { body: ‸party/head } }'],
  [
    'wrong_party_kind',
    'a post as an audience',
    'guards:\n  g: { says: G, stops: grant/internet, for: ‸party/head, unless: "signed(person, \'assent/rules\')", held_by: kept }',
  ],
  [
    'named_sees',
    'somebody named who sees',
    'records:\n  r: { says: R, sight: [{ who: named_in_case, sees: ‸masked }] }',
  ],
  [
    'not_enforced',
    'a guard that a person holds, called enforced',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "signed(person, \'assent/rules\')", held_by: party/head, called: ‸enforced }',
  ],
  [
    'never_opens',
    'a condition that never changes',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "‸1 == 2", held_by: kept }',
  ],
  [
    'never_opens',
    'a signature that these people are never asked for',
    'guards:\n  g: { says: G, stops: grant/internet, for: party/staff, unless: "‸signed(person, \'assent/rules\')", held_by: kept }',
  ],
  ['no_silence', 'an agreement that says nothing about silence', assent('').replace('  a:', '  ‸a:')],
  ['silence_is_no_yes', 'silence as agreement', assent('silence: "‸yes"')],
  ['silence_is_no_yes', 'silence as a yes without a letter', assent('silence: "‸yes"', 'objection')],
  [
    'not_consent',
    'a choice without consent',
    assent('silence: "no"').replace('says: S }', 'says: S, answer: ‸yes_no }'),
  ],
  ['no_withdrawal', 'consent for ever', assent('silence: "no"', '‸consent')],
  [
    'never_overdue',
    'reminders of what need not be done',
    assent('silence: nothing, reminders: ‸{ first: 1 week }', 'information'),
  ],
  [
    'wrong_audience',
    'parents asked about staff',
    assent('silence: "no"').replace('for: party/pupils', 'for: ‸party/staff'),
  ],
  [
    'before_is_a_guard',
    'before something as a time',
    'duties:\n  d: { says: D, on: person.joined, within: { policy_says: ‸before access is given, we_count: 1 day }, owner: party/head, proof: { attest: A } }',
  ],
  ['unchecked_measure', 'a measure nobody looks at', 'measures:\n  ‸m: { says: M, held_by: party/provider }'],
  [
    'no_end',
    'an exception for ever',
    'exceptions:\n  ‸e: { says: E, from: measure/m, for: party/staff, decision: decision/head_agrees }\nmeasures:\n  m: { says: M, held_by: kept }',
  ],
  [
    'overlay_weakens',
    'a weaker password in one school',
    'overlays:\n  o: { school: oak, sets: [{ setting: setting/password_length, to: ‸6 }] }',
  ],
  [
    'not_anonymous',
    'a split that tells who',
    'reports:\n  r: { says: R, anonymous: true, to: party/head, parts: [{ id: p, says: P, counts: record/incident, split: [‸who] }] }',
  ],
  ['no_mark', 'a row that leads to nothing', table('[‸{ id: r, when: {} }]')],
  [
    'equal_rank',
    'two rows of the same weight',
    table('[{ id: r, when: { p: primary }, mark: ok }, { id: ‸s, when: { q: primary }, mark: no }]'),
  ],
  [
    'uncovered',
    'a case that no row covers',
    table('[{ id: r, when: { p: primary }, mark: ok }]').replace('  t:', '  ‸t:').replace('otherwise: ok, ', ''),
  ],
  [
    'kept_by_nothing',
    'a clause that nothing keeps',
    'clauses:\n  - { id: L-002, says: S, strength: must, kind: duty, kept_by: ‸[] }',
  ],
  [
    'conduct_only',
    'a gate that is only a rule of conduct',
    'clauses:\n  - { id: L-002, says: S, strength: must, kind: gate, kept_by: ‸[conduct/be_kind] }',
  ],
  [
    'only_may',
    'a must that only a may keeps',
    'actions:\n  w: { says: W, kind: sanction, by: party/head }\nclauses:\n  - { id: L-002, says: S, strength: must, kind: duty, kept_by: ‸[action/w] }',
  ],
  [
    'clause_not_linked',
    'a control that claims a clause',
    'conduct:\n  c: { says: C, for: [party/pupils], clauses: [‸L-001] }',
  ],
  [
    'missing_language',
    'a text without the base language',
    'conduct:\n  c: { says: ‸{ cy: Byddwch yn garedig }, for: [party/pupils] }',
  ],
  [
    'unknown_language',
    'a text in a language not named',
    'conduct:\n  c: { says: { en: Be kind, ‸cy: Byddwch yn garedig }, for: [party/pupils] }',
  ],
]

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
  ['unsettled_reading', 'a contradiction left open', 'readings:\n  ‸r: { between: [L-001], holds: H, by: party/head }'],
]

function assent(more: string, basis = 'acknowledgement'): string {
  return `assents:
  a: { says: A, about: each_pupil, for: party/pupils, asked: { of: self }, items: [{ id: i, says: S }], ways: [link],
    asked_on: [person.joined], basis: ${basis}, lasts: enrolment, ${more} }`
}

function table(rows: string): string {
  return `tables:
  t: { says: T, hit: most specific, otherwise: ok, inputs: [{ id: p, says: P, type: list/phase }, { id: q, says: Q, type: list/phase }],
    marks: [{ id: ok, says: OK }, { id: no, says: No }], rows: ${rows} }`
}
