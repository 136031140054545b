import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import type { Pack } from '../types/pack.ts'
import { sentenceOf } from './sentence-of.ts'

const more = `
duties:
  leavers:
    says: Turn off a leaver's accounts
    on: person.left
    within: 24 h
    owner: party/dsl
    proof: { attest: They are off. }
    late: [{ at: due, notify: party/head }]
  sample: { says: Look at the logs, every: { policy_says: regularly, we_count: 2 weeks }, spread: random, owner: { any_of: [party/dsl, party/head] }, proof: { attest: Seen. } }
  open: { says: Answer, on: record/incident#opened, within: { policy_says: promptly }, owner: party/head, proof: { attest: Answered. } }
assents:
  staff_pictures: { says: pictures of me, about: self, for: party/staff, asked: { of: self }, items: [{ id: web, says: Web, answer: yes_no }], ways: [link], asked_on: [person.joined], basis: consent, silence: "no", lasts: post, withdraw: { by: [self], how: written, starts: [duty/sample] } }
guards:
  internet: { says: Sign first, stops: grant/internet, for: party/pupils, unless: "signed(person, 'assent/rules')", held_by: kept, grace: { for: 10 school days, from: asked } }
notify:
  police: { says: a crime, on: record/incident#opened, when: "phase == 'primary'", to: { all_of: [party/head, party/dsl] }, within: 1 h }
  news: { says: the news, on: record/incident#closed, to: parents }
  all: { says: the news, on: record/incident#closed, to: { any_of: [party/head, party/staff] } }
measures:
  filter: { says: The filter is on, held_by: party/provider, checked: { every: term, by: party/dsl, proof: [report] } }
actions:
  talk: { says: A talk, kind: support, by: party/dsl, appeal_to: { to: party/chair } }
exceptions:
  lift: { says: Lift the filter, from: measure/filter, for: party/staff, decision: decision/head_agrees, ends: { after: 2 weeks } }
reports:
  yearly: { says: The yearly report, anonymous: true, to: party/governors, parts: [{ id: p, says: P, counts: record/incident }] }
flows:
  chart:
    says: Illegal incident
    in: [record/incident]
    by: { any_of: [party/dsl, party/head] }
    files: never
    start: police
    steps:
      police: { do: Tell the police, tells: party/police, never_waits: true, next: back }
      back: { do: The device is back, by: party/head, next: who }
      who: { ask: "Who is involved?", within: 1 h, answers: [{ id: a, says: A pupil, next: end }, { id: b, says: Staff, next: end }] }
records:
  publication:
    says: A publication
    handled_by: party/dsl
    fields:
      - { id: dressed, asks: Suitably dressed?, type: boolean, must: "yes", refusal: Choose another picture. }
      - { id: note, asks: Anything else?, type: text, required: false }
  case:
    says: A case
    handled_by: [{ when: "risk == 'high'", who: party/head }, { who: party/dsl }]
    fields: [{ id: risk, asks: "How grave is it?", type: text }, { id: left_to, asks: "Who has it?", type: list/body, many: true }]
    start: a
    steps:
      a: { wait_for: { field: left_to, says: Their answer }, next: b }
      b:
        wait_for: { any_of: [party/police, party/provider], says: Their answer }
        remind: 5 school days
        within: 10 school days
        late: [{ at: due, notify: { all_of: [opener, party/dsl] } }, { at: 2 days, notify: party/head, needs: reason }]
        next: shot
      shot: { do: Take a picture, by: party/dsl, evidence: { kinds: [screenshot, described], witness: required }, next: c }
      c:
        do: Tell the parents
        by: [{ when: "'police' in left_to", who: party/head }, { who: { any_of: [party/dsl, party/head] } }]
        next: end
lists:
  body: { says: Body, values: [{ id: police, says: The police, party: party/police }] }
readings:
  r: { between: [L-001], holds: The stricter one holds, by: party/head, settled: true }
`

const given = (): Pack => {
  const { pack, faults } = loadPack([
    { path: 'a.yaml', text: base },
    { path: 'b.yaml', text: more },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

const pack = given()

describe('sentenceOf', () => {
  test.each([
    [
      'duty/leavers',
      "When somebody leaves the school, the safeguarding lead must turn off a leaver's accounts within 24 hours; if it is late, the head is told.",
    ],
    [
      'duty/sample',
      'Every 2 weeks (the policy says “regularly”), the safeguarding lead or the head must look at the logs, on days that nobody can foresee.',
    ],
    [
      'duty/open',
      'When “an incident” is opened, the head must answer (the policy says “promptly”; the school has not yet said what it counts).',
    ],
    [
      'guard/internet',
      '“the internet” stays shut for pupils unless the person has signed “the rules for pupils”: Kept refuses; 10 school days of grace.',
    ],
    [
      'notify/police',
      'When “an incident” is opened and “Phase” is “primary”, the head and the safeguarding lead are told within 1 hour: a crime.',
    ],
    ['notify/news', 'When “an incident” is closed, the parents or carers are told: the news.'],
    ['notify/all', 'When “an incident” is closed, the head or staff are told: the news.'],
    [
      'assent/rules',
      'For each of the pupils, any one person with parental responsibility must sign “the rules for pupils”; asked when somebody joins the school; no answer means that it is not signed yet.',
    ],
    [
      'assent/staff_pictures',
      'Staff may agree to “pictures of me”, each for themselves; asked when somebody joins the school; no answer means no; may be taken back by the person themselves in writing, which starts “Look at the logs”.',
    ],
    ['assent/rules#own', 'I use my own login.'],
    ['decision/head_agrees', 'The head must say yes: the head agrees; nobody decides on their own request.'],
    ['measure/filter', 'The filter is on: the provider holds it, and the safeguarding lead checks it each term.'],
    ['action/talk', 'The safeguarding lead may take the support “A talk”; an appeal goes to the chair of governors.'],
    [
      'exception/lift',
      '“The filter is on” may be lifted for staff for 2 weeks, with a reason, once “the head agrees” is given.',
    ],
    ['conduct/be_kind', 'Rule for pupils: Be kind online; they sign it in “the rules for pupils”.'],
    ['report/yearly', 'The yearly report: a report to the governing body that names nobody; it says p.'],
    [
      'flow/chart',
      'Illegal incident: a procedure of 3 steps, walked by the safeguarding lead or the head; nothing is ever uploaded, viewed or copied in it.',
    ],
    [
      'flow/chart#police',
      'The safeguarding lead or the head must tell the police; it is done when it is written down that the police were told; this never waits.',
    ],
    ['flow/chart#back', 'The head must confirm that the device is back.'],
    [
      'record/case#shot',
      'The safeguarding lead must take a picture; it is done when a screenshot or a description is in evidence and signed for, by a witness too.',
    ],
    ['flow/chart#who', 'The safeguarding lead or the head answers “Who is involved?” within 1 hour.'],
    [
      'party/head',
      'The head: a post held by one person in each school; in a case about the holder the chair of governors acts.',
    ],
    ['party/pupils', 'Pupils: every pupil.'],
    ['record/incident', 'An incident: a record with 4 questions, handled by the safeguarding lead.'],
    ['record/publication#dressed', '“Suitably dressed?” is asked: only yes is taken, or else: Choose another picture.'],
    ['record/publication#note', '“Anything else?” may be answered.'],
    [
      'record/case',
      'A case: a record with 2 questions, handled by the head if “How grave is it” is high, otherwise the safeguarding lead.',
    ],
    ['record/case#a', 'This waits until each of those named in “Who has it” has answered.'],
    [
      'record/case#b',
      'This waits until the police or the provider answers within 10 school days; a reminder goes after 5 school days, and again after as long; if it is late, whoever opened it and the safeguarding lead are told; if it is still not done 2 days later, the head is told and a reason must be given.',
    ],
    [
      'record/case#c',
      'The head if “the police” is among “Who has it”, otherwise the safeguarding lead or the head must tell the parents.',
    ],
    ['list/phase', 'Phase: primary; secondary.'],
    ['setting/password_length', 'Shortest password: 8.'],
    ['document/policy', 'The policy: the policy itself.'],
    ['grant/internet', 'The internet.'],
    ['reading/r', 'L-001 is read so: The stricter one holds.'],
    ['duty/nothing', 'duty/nothing'],
  ])('%s reads plainly', (ref, expected) => {
    expect(sentenceOf(pack, ref)).toBe(expected)
  })

  test('speaks the language asked for, and the base language where a text is missing', () => {
    const welsh = structuredClone(pack)
    welsh.conduct.be_kind = {
      says: { en: 'Be kind online', cy: 'Byddwch yn garedig' },
      for: ['party/pupils'],
      acknowledged_in: [],
      clauses: [],
    }
    expect(sentenceOf(welsh, 'conduct/be_kind', 'cy')).toBe('Rule for pupils: Byddwch yn garedig.')
    expect(sentenceOf(welsh, 'conduct/be_kind', 'so')).toBe('Rule for pupils: Be kind online.')
  })
})
