import type { Case } from './case.ts'

const settings = (more: string) => `settings:\n  s: { says: S, ${more} }\n`
const overlay = (more: string) => `overlays:\n  o: { school: oak, ${more} }`
const sets = (to: string) => overlay(`sets: [{ setting: setting/s, to: ${to} }]`)
const limit =
  'duties:\n  d: { says: D, on: person.left, within: { setting: ‸setting/s }, owner: party/head, proof: { attest: A } }'

/** Faults of settings, of places, and of what a school of a group makes of the group's policy. */
export const overlayCases: readonly Case[] = [
  ['setting_type', 'a whole number with a fraction', settings('type: integer, value: { value: ‸2.5, source: school }')],
  ['setting_type', 'a time that nobody can count', settings('type: time, value: ‸soon')],
  [
    'setting_type',
    'a school that sets a text for a number',
    overlay('sets: [{ setting: setting/password_length, to: ‸many }]'),
  ],
  ['wrong_setting', 'a number as a limit', settings('type: integer, value: 3') + limit],
  ['wrong_setting', 'a rhythm as a limit', settings('type: time, value: term') + limit],
  [
    'wrong_setting',
    'a time as a count of people',
    `${settings('type: time, value: 3 days')}parties:\n  p: { kind: post, says: P, holders: { setting: ‸setting/s }, instead: { named_in_case: party/head } }`,
  ],
  [
    'unknown_fact',
    'a setting that nobody declared',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "person.year >= settings.‸year" }',
  ],
  [
    'expression_type',
    'a setting of another type',
    'parties:\n  p: { kind: audience, says: P, of: [pupil], when: "‸person.phase == settings.password_length" }',
  ],
  ['unknown_place', 'a place within none', 'places:\n  site: { says: S, level: school, in: [‸nowhere] }'],
  ['unknown_place', 'a group within a school', 'places:\n  site: { says: S, level: group, in: [‸oak] }'],
  ['unknown_level', 'a place at no level', 'places:\n  site: { says: S, level: ‸street }'],
  [
    'unknown_place',
    'an overlay of no school',
    'overlays:\n  o: { school: ‸elm, sets: [{ setting: setting/password_length, to: 9 }] }',
  ],
  [
    'unknown_place',
    'an overlay of the whole group',
    'overlays:\n  o: { school: ‸trust, sets: [{ setting: setting/password_length, to: 9 }] }',
  ],
  [
    'overlay_weakens',
    'a weaker password in one school',
    overlay('sets: [{ setting: setting/password_length, to: ‸6 }]'),
  ],
  ['overlay_weakens', 'a setting without a direction', settings('type: integer, value: 3') + sets('‸4')],
  ['overlay_weakens', 'a longer time', settings('type: time, value: 24 h, stricter: lower') + sets('‸2 days')],
  [
    'overlay_weakens',
    'a time that may be longer',
    settings('type: time, value: 2 weeks, stricter: lower') + sets('‸5 school days'),
  ],
  [
    'overlay_weakens',
    'more than the group allows',
    settings('type: list, value: [a, b], stricter: narrower') + sets('‸[a, c]'),
  ],
  [
    'duplicate_id',
    'a setting set twice',
    overlay('sets: [{ setting: setting/password_length, to: 9 }, { setting: ‸setting/password_length, to: 10 }]'),
  ],
  [
    'overlay_weakens',
    'a decision of the group written anew',
    overlay('adds: { decisions: { ‸head_agrees: { says: D, by: { any_of: [party/dsl] } } } }'),
  ],
  [
    'overlay_weakens',
    'a clause of the group written anew',
    overlay('adds: { clauses: [{ id: ‸L-001, says: S, strength: may, kind: gate, kept_by: [assent/rules] }] }'),
  ],
  [
    'overlay_weakens',
    'a step of a school that opens what the group keeps shut',
    `guards:\n  g: { says: G, stops: grant/internet, unless: "signed(person, 'assent/rules')", held_by: kept }\n${overlay('adds: { records: { r: { says: R, handled_by: party/head, start: a, steps: { a: { do: A, next: end, effects: [{ open: ‸guard/g }] } } } } }')}`,
  ],
  [
    'unknown_reference',
    'more for an agreement that is not there',
    overlay('extends: [{ assent: ‸assent/rulez, items: [{ id: x, says: X }] }]'),
  ],
  [
    'unknown_clause',
    'more for a clause that is not there',
    overlay('extends: [{ clause: ‸L-404, kept_by: [assent/rules] }]'),
  ],
  [
    'duplicate_id',
    'a statement that stands in the agreement already',
    overlay('extends: [{ assent: assent/rules, items: [{ id: ‸own, says: X }] }]'),
  ],
  [
    'unknown_party',
    'a duty of a school with an owner whom nobody knows',
    overlay('adds: { duties: { d: { says: D, every: term, owner: ‸party/nobody, proof: { attest: A } } } }'),
  ],
  [
    'kept_by_nothing',
    'a clause of a school that nothing keeps',
    overlay('adds: { clauses: [{ id: L-900, says: S, strength: must, kind: duty, kept_by: ‸[] }] }'),
  ],
  [
    'unknown_level',
    'a duty of a level that is not there',
    'duties:\n  d: { says: D, every: term, per: ‸street, owner: party/head, proof: { attest: A } }',
  ],
]
