import { byPlace } from '../load/fault.ts'
import { loadPack } from '../load/load-pack.ts'
import { type CheckOptions, checkPack } from './check-pack.ts'

/** A small pack without faults, for the tests of rules. */
export const base = `
pack: { name: oak, policy: L, title: Online safety, language: en }
levels: [group, school]
settings:
  password_length: { says: Shortest password, type: integer, value: 8, stricter: higher }
parties:
  pupils: { kind: audience, says: pupils, of: [pupil] }
  staff: { kind: audience, says: staff, of: [staff] }
  head: { kind: post, says: the head, instead: { named_in_case: party/chair } }
  dsl: { kind: post, says: the safeguarding lead, instead: { named_in_case: party/head } }
  chair: { kind: post, says: the chair of governors, instead: { named_in_case: party/head } }
  governors: { kind: body, says: the governing body }
  police: { kind: outside, says: the police, contacts: [phone] }
  provider: { kind: outside, says: the provider }
facts:
  person.year: { type: integer, from: people }
  person.phase: { type: list/phase, from: people }
lists:
  phase: { says: Phase, values: [{ id: primary, says: Primary }, { id: secondary, says: Secondary }] }
documents:
  policy: { says: The policy, kind: policy }
grants:
  internet: { says: the internet }
records:
  incident:
    says: an incident
    handled_by: party/dsl
    parts: [{ id: victim, says: Victim }, { id: named, says: Named, kept_out: true }]
    fields:
      - { id: what, asks: What happened?, type: long_text }
      - { id: device, asks: Which device?, type: device, required: false }
      - { id: phase, asks: Phase, type: list/phase }
      - { id: who, asks: Who?, type: people, parts: [victim, named] }
    rows: [{ id: items, says: Items, fields: [{ id: serial, asks: Serial, type: text }] }]
assents:
  rules:
    says: the rules for pupils
    about: each_pupil
    for: party/pupils
    asked: { of: parental_responsibility, need: any }
    items: [{ id: own, says: I use my own login. }]
    ways: [link]
    asked_on: [person.joined]
    basis: acknowledgement
    silence: not_given
    lasts: enrolment
decisions:
  head_agrees: { says: the head agrees, by: { any_of: [party/head] } }
conduct:
  be_kind: { says: Be kind online, for: [party/pupils], acknowledged_in: [assent/rules] }
places:
  oak: { says: Oak School, level: school }
  trust: { says: The trust, level: group }
sections: [{ id: one, title: One }]
planned: [{ ref: record/loan, says: Loans }]
clauses:
  - { id: L-001, section: one, says: Sign, strength: must, kind: gate, kept_by: [assent/rules] }
`

const MARK = '‸'

/** Where the mark stands in a text, and the text without it. */
export function marked(text: string): { readonly text: string; readonly place: string } {
  const before = text.slice(0, text.indexOf(MARK)).split('\n')
  return { text: text.replace(MARK, ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` }
}

/** Faults of the base pack with one more file, as `line:column rule` in that file, `file:line:column rule` elsewhere. */
export function faultsWith(text: string, options: CheckOptions = {}, first: string = base): string[] {
  const { pack, positions, faults } = loadPack([
    { path: 'base.yaml', text: first },
    { path: 'x.yaml', text },
  ])
  const all = pack === null ? faults : [...faults, ...checkPack(pack, positions, options)]
  return all
    .toSorted(byPlace)
    .map(({ file, line, column, rule }) => `${file === 'x.yaml' ? '' : `${file}:`}${line}:${column} ${rule}`)
}
