import type { Case } from './case.ts'

const USUAL = {
  says: 'A',
  about: 'self',
  for: 'party/staff',
  asked: '{ of: self }',
  items: '[{ id: i, says: S, answer: scale }]',
  ways: '[link]',
  asked_on: '[{ every: school year }]',
  basis: 'information',
  silence: 'nothing',
  lasts: 'one occasion',
  anonymous: 'true',
  open_for: '4 weeks',
}

function survey(instead: Readonly<Record<string, string>>, id = 'a'): string {
  const keys = Object.entries({ ...USUAL, ...instead }).filter(([, value]) => value !== '')
  return `assents:\n  ${id}: { ${keys.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
}

/** Signatures that are enough where they cannot be. */
export const enoughCases: readonly Case[] = [
  ['not_consent', 'two who know for everybody', named('basis: information, enough: ‸{ least: 2 }')],
  [
    'wrong_party_kind',
    'an audience among them',
    named('basis: acknowledgement, enough: { least: 2, among: [‸party/staff] }'),
  ],
  [
    'wrong_party_kind',
    'an audience that is taken up',
    named('basis: acknowledgement', '{ on: person.took_post, post: ‸party/staff }'),
  ],
]

/** Countersigning and records, where they cannot be. */
export const askedCases: readonly Case[] = [
  ['unknown_name', 'a slip that names nobody', other('{ in_order: [{ of: self }, { field: ‸host }] }')],
  [
    'nobody_meant',
    'named in a question for no person',
    other('{ in_order: [{ of: self }, { field: ‸host }] }', 'party/staff, fields: [{ id: host, asks: W, type: text }]'),
  ],
  [
    'wrong_audience',
    'named before anybody signs',
    other(
      '{ in_order: [{ field: ‸host }, { of: self }] }',
      'party/staff, fields: [{ id: host, asks: W, type: person }]',
    ),
  ],
  ['wrong_party_kind', 'an audience that countersigns', other('{ in_order: [{ of: self }, { of: ‸party/staff }] }')],
  [
    'wrong_audience',
    'posts that countersign what nobody signs',
    other('{ all_of: [{ of: ‸party/head }, { of: party/dsl }] }'),
  ],
  [
    'unknown_part',
    'a part that the record has not',
    other('{ of: self }', '{ record: record/incident, parts: [‸witnesses] }'),
  ],
  [
    'wrong_audience',
    'those named in a record, asked when they join',
    other('{ of: self }', '{ record: record/incident, parts: [victim] }', '‸[person.joined]'),
  ],
]

function other(asked: string, whom = 'party/staff', on = '["record/incident#opened"]'): string {
  return `assents:
  a: { says: A, about: self, for: ${whom}, asked: ${asked}, items: [{ id: i, says: S }], ways: [link],
    asked_on: ${on}, basis: acknowledgement, silence: not_given, lasts: one occasion }`
}

function named(more: string, on = 'person.joined'): string {
  return `assents:
  a: { says: A, about: self, for: party/staff, asked: { of: self }, items: [{ id: i, says: S }], ways: [link],
    asked_on: [${on}], silence: not_given, lasts: enrolment, ${more} }`
}

/** What would tell who answered what in a survey without names. */
export const surveyCases: readonly Case[] = [
  ['not_anonymous', 'a survey that is never over', survey({ open_for: '' }, '‸a')],
  ['not_anonymous', 'a survey that binds', survey({ basis: '‸acknowledgement' })],
  [
    'not_anonymous',
    'a survey that parents answer for a child',
    survey({ about: 'each_pupil', for: 'party/pupils', asked: '‸{ of: parental_responsibility, need: any }' }),
  ],
  ['not_anonymous', 'a survey that asks one person alone', survey({ asked_on: '[‸person.joined]' })],
  ['not_anonymous', 'a survey on paper', survey({ ways: '[link, ‸paper]' })],
  ['not_anonymous', 'an answer in words', survey({ items: '[‸{ id: i, says: S, answer: text }]' })],
  ['not_anonymous', 'a slip beside the answers', survey({ fields: '‸[{ id: f, asks: Your class, type: text }]' })],
  ['not_anonymous', 'a certificate of an answer without a name', survey({ certificate: '‸{ filed_in: register }' })],
  ['not_anonymous', 'a time for what has names', survey({ anonymous: '', open_for: '‸4 weeks' })],
]
