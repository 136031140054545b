import { breakGlassCases } from './break-glass.ts'
import { type Case, END, flow } from './case.ts'
import { complaintCases } from './complaints.ts'
import { followUpCases } from './follow-up.ts'
import { overlayCases } from './overlays.ts'
import { reopeningCases } from './reopening.ts'
import { repeatCases } from './repeats.ts'
import { supportCases } from './support.ts'

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
    'looked_after_twice',
    'a post that looks after one thing twice',
    'parties:\n  p: { kind: post, says: P, looks_after: [people, ‸people], instead: { named_in_case: party/head } }',
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
  [
    'not_a_date',
    'a duty counted from a text',
    'duties:\n  d: { says: D, from: ‸record/incident#what, within: 24 h, owner: party/head, proof: { attest: A } }',
  ],
  [
    'not_a_date',
    'a date that rests on a text',
    'records:\n  r: { says: R, fields: [{ id: w, asks: W, type: text }], dates: [{ id: d, from: ‸w, after: 1 day }] }',
  ],
  ['not_a_date', 'a step until a text', flow(`a: { do: A, within: { until: ‸what }, ${END}`)],
  ['not_a_date', 'a step counted from no field', flow(`a: { do: A, within: { for: 24 h, from: ‸wat }, ${END}`)],
  [
    'not_a_date',
    'a duty of no record until a date',
    'duties:\n  d: { says: D, on: person.left, within: { until: ‸what }, owner: party/head, proof: { attest: A } }',
  ],
  ['wrong_party_kind', 'a post as a body', 'decisions:\n  d: { says: D, by: { body: ‸party/head } }'],
  [
    'wrong_party_kind',
    'a post as an audience',
    'guards:\n  g: { says: G, stops: grant/internet, for: ‸party/head, unless: "signed(person, \'assent/rules\')", held_by: kept }',
  ],
  [
    'wrong_party_kind',
    'a value offered to a post',
    'lists:\n  l: { says: L, values: [{ id: a, says: A, for: [‸party/head] }] }',
  ],
  [
    'wrong_party_kind',
    'a body among posts',
    'decisions:\n  d: { says: D, by: { any: [{ any_of: [party/head, ‸party/governors] }, { body: party/governors }] } }',
  ],
  [
    'own_decision',
    'parents who agree to what parents asked for',
    'parties:\n  parents: { kind: audience, says: Parents, of: [parent] }\ndecisions:\n  d: { says: D, by: { any_of: [‸parents, party/head] } }\nrecords:\n  r: { says: R, opened_by: party/parents, handled_by: party/dsl, start: a, steps: { a: { decision: decision/d, next: end, refused: end } } }',
  ],
  [
    'unknown_name',
    'a team that no record names',
    'parties:\n  team: { kind: case_team, says: Team, people: { part: ‸nobody, count: "2.." }, from: party/staff }',
  ],
  [
    'wrong_audience',
    'a value offered by what nobody knows of a nameless person',
    'parties:\n  older: { kind: audience, says: Older pupils, of: [pupil], when: person.year >= 9 }\nlists:\n  l: { says: L, values: [{ id: a, says: A, for: [party/pupils, ‸party/older] }] }',
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
    'no_withdrawal',
    'a consent that nobody can take back',
    assent('silence: "no", withdraw: { by: [‸self] }', 'consent'),
  ],
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
  ...overlayCases,
  [
    'not_anonymous',
    'a split that tells who',
    'reports:\n  r: { says: R, anonymous: true, to: party/head, parts: [{ id: p, says: P, counts: record/incident, split: [‸who] }] }',
  ],
  ['no_mark', 'a row that leads to nothing', table('[‸{ id: r, when: {} }]')],
  [
    'no_meaning',
    'a mark that tells nobody whether they may',
    table('[{ id: r, when: {}, mark: ok }]').replace('{ id: ok, says: OK, means: yes }', '{ id: ‸ok, says: OK }'),
  ],
  [
    'not_certain_times',
    'times beside a mark that is always a yes',
    table('[{ id: r, when: {}, mark: ok, at: ‸[Friday] }]'),
  ],
  [
    'not_certain_times',
    'times of a mark that means no certain times',
    table('[{ id: r, when: {}, mark: ok }]').replace(
      '{ id: ok, says: OK, means: yes }',
      '{ id: ok, says: OK, means: yes, at: ‸[Friday] }',
    ),
  ],
  [
    'setting_type',
    'a setting whose times nobody can read',
    'settings:\n  s: { says: S, type: times, value: { value: ‸[at lunch], source: school } }',
  ],
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
  [
    'nobody_meant',
    'a handler where there is no case',
    'duties:\n  d: { says: D, on: person.left, within: 24 h, owner: ‸handler, proof: { attest: A } }',
  ],
  [
    'own_check',
    'somebody who checks what they hold',
    'measures:\n  m: { says: M, held_by: party/head, checked: { every: term, by: ‸party/head, proof: [report] } }',
  ],
  [
    'seat_cannot_fill',
    'more seats than holders',
    'parties:\n  g: { kind: group, says: G, seats: [{ id: s, says: S, from: party/head, count: "‸2.." }] }',
  ],
  [
    'never_lifted',
    'an exception from what protects children',
    'exceptions:\n  e: { says: E, from: ‸measure/m, for: party/staff, decision: decision/head_agrees, ends: { after: 1 week } }\nmeasures:\n  m: { says: M, held_by: kept, never_lifted: true }',
  ],
  [
    'kept_by_nothing',
    'a clause that only a switched-off guard keeps',
    'guards:\n  g: { says: G, stops: grant/internet, unless: "signed(person, \'assent/rules\')", held_by: kept, active: false }\nclauses:\n  - { id: L-002, says: S, strength: must, kind: gate, kept_by: ‸[guard/g] }',
  ],
  ...breakGlassCases,
  ...reopeningCases,
  ...complaintCases,
  ...followUpCases,
  ...supportCases,
  ...repeatCases,
]

function assent(more: string, basis = 'acknowledgement'): string {
  return `assents:
  a: { says: A, about: each_pupil, for: party/pupils, asked: { of: self }, items: [{ id: i, says: S }], ways: [link],
    asked_on: [person.joined], basis: ${basis}, lasts: enrolment, ${more} }`
}

function table(rows: string): string {
  return `tables:
  t: { says: T, hit: most specific, otherwise: ok, inputs: [{ id: p, says: P, type: list/phase }, { id: q, says: Q, type: list/phase }],
    marks: [{ id: ok, says: OK, means: yes }, { id: no, says: No, means: no }], rows: ${rows} }`
}
