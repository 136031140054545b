import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assentsFor, type Guardian } from '#pack/engines/assents/asked.ts'
import type { Signature } from '#pack/engines/assents/signature.ts'
import { standingOfAssent } from '#pack/engines/assents/standing.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { dutiesFrom, roundsOf } from '#pack/engines/duties/duty-due.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { audienceOf, somebody } from './people.ts'
import { MONDAY, pack } from './village-primary.walk.ts'

const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-02', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-05', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-12', end: '2027-07-21' },
  ],
  closed: [{ name: 'Half term', start: '2026-10-26', end: '2026-10-30' }],
})

const holders: Holders = {
  'party/head': ['head'],
  'party/online_safety_lead': ['coordinator'],
  'party/siro': ['siro'],
  'party/administrator': ['administrator'],
  'party/network_manager': ['network'],
  'party/ict_technician': ['technician'],
  'party/chair_of_governors': ['chair'],
  'party/finance_administrator': ['finance'],
  'party/school_office': ['office'],
  'party/ict_support': ['support'],
  class_teachers: ['teacher'],
}
const told = (record: string, fields: Record<string, unknown>, keptOut: string[] = [], reporterChose: string[] = []) =>
  recipientsOf(
    pack,
    { event: `record/${record}#opened`, at: MONDAY, reporterChose },
    holders,
    { keptOut, away: [] },
    calendar,
    eventJudge(
      pack,
      `record/${record}#opened`,
      { in_danger: false, ...fields },
      {
        inAudience: (person, party) => `party/${person}` === party,
      },
    ),
  )
const people = (...given: Parameters<typeof told>) => [...new Set(told(...given).flatMap((one) => one.people))].sort()

describe('whom the village primary tells', () => {
  test.each([
    ['security', ['administrator', 'siro']],
    ['loss', ['administrator', 'siro']],
    ['misuse', ['administrator', 'siro']],
    ['virus', ['siro', 'technician']],
    ['spam', ['siro']],
    ['other', ['siro']],
    ['password', ['coordinator', 'siro']],
    ['seen_something', ['coordinator', 'teacher']],
    ['unkind', ['coordinator', 'teacher']],
    ['attachment', ['network']],
    ['adult', ['head']],
    ['scam', ['coordinator']],
  ])('of a concern of kind %s: %j', (worry, expected) => {
    expect(people('concern', { worry })).toEqual(expected)
  })

  test('of every kind of concern, somebody', () => {
    expect(pack.lists.worry?.values.length).toBeGreaterThan(5)
    for (const { id } of pack.lists.worry?.values ?? [])
      expect([id, told('concern', { worry: id }).length > 0]).toEqual([id, true])
  })

  // M-M05, with the administrator and the risk owner on two lines of their own.
  test.each([
    ['security_breach', ['administrator', 'siro']],
    ['lost_equipment', ['administrator', 'siro']],
    ['lost_phone', ['administrator', 'siro']],
    ['lost_data', ['siro']],
    ['suspected_misuse', ['administrator']],
    ['virus', ['siro', 'technician']],
    ['unsolicited_email', ['siro']],
    ['other_non_compliance', ['siro']],
    ['offensive_email_staff', ['head', 'siro']],
  ])('of an incident of kind %s: %j', (kind, expected) => {
    expect(people('incident', { kind })).toEqual(expected)
  })

  test('the administrator within a quarter of an hour, and the risk owner separately within one', () => {
    const due = told('concern', { worry: 'security' }).map((one) => [one.notify, one.due, one.thenTell])
    expect(due).toEqual([
      ['notify/administrator', '2026-11-23T09:15:00Z', 'party/head'],
      ['notify/siro', '2026-11-23T10:00:00Z', 'party/head'],
    ])
  })

  test('the adult whom a pupil chooses of an offensive e-mail, the head when staff got one, all of them when nobody knows', () => {
    const told = (opener: object, chose: string[] = []) =>
      people('concern', { worry: 'offensive_email', ...opener }, [], chose)
    expect(told({ opener: { id: 'pupils' } }, ['class_teachers'])).toEqual(['teacher'])
    expect(told({ opener: { id: 'staff' } })).toEqual(['head'])
    expect(told({}, ['class_teachers'])).toEqual(['head', 'teacher'])
  })

  test('the chair of governors in place of the head when it is about the head', () => {
    expect(people('concern', { worry: 'adult' }, ['head'])).toEqual(['chair'])
  })

  test('the office and ICT support of a leaver, the finance administrator of personal calls, the head of a doubt', () => {
    expect(people('leaver', {})).toEqual(['office', 'support'])
    expect(people('phone_bill', {})).toEqual(['finance'])
    expect(people('authority_question', {})).toEqual(['head'])
    expect(people('regulator_contact', {})).toEqual(['head', 'siro'])
  })
})

const day = Temporal.PlainDate.from('2026-11-23')
const guardians: Guardian[] = ['parent-1', 'parent-2', 'step-parent'].map((person) => ({
  person,
  parentalResponsibility: person !== 'step-parent',
  from: '2026-09-01',
  until: null,
}))
const askedOf = (person: PersonFacts) => assentsFor(pack, person, guardians, day, audienceOf(pack))
const facts = { has_school_phone: false, has_school_kit: false, contractor: false, teaches: true, needs_mis: true }

describe('what the village primary asks people to sign', () => {
  test.each([
    [
      'a pupil',
      somebody('a', 'pupil', { year: 3 }),
      ['conference_permission', 'pupil_agreement', 'pupil_guidance', 'pupil_images'],
    ],
    ['a member of staff', somebody('b', 'staff', facts), ['staff_agreement', 'staff_guidance', 'staff_images']],
    [
      'a holder of a school phone and laptop',
      somebody('c', 'staff', { ...facts, has_school_phone: true, has_school_kit: true }),
      ['kit_holder', 'phone_holder', 'staff_agreement', 'staff_guidance', 'staff_images'],
    ],
    ['a governor', somebody('d', 'governor', facts), ['governor_agreement']],
    ['a visitor', somebody('e', 'visitor', facts), ['visitor_agreement']],
    [
      'a consultant',
      somebody('f', 'visitor', { ...facts, contractor: true }),
      ['supplier_agreement', 'visitor_agreement'],
    ],
    ['a parent', somebody('g', 'parent'), ['parent_information']],
  ])('%s: %j', (_who, person, expected) => {
    const { asked, unknown } = askedOf(person)
    expect(asked.map((one) => one.assent.slice('assent/'.length)).sort()).toEqual(expected)
    expect(unknown).toEqual([])
  })
})

describe('consent to pictures of a child', () => {
  const required = askedOf(somebody('a', 'pupil', { year: 3 })).asked.find(
    (one) => one.assent === 'assent/pupil_images',
  )
  const assent = pack.assents.pupil_images
  const signed = (person: string, says: Signature['says'] = 'agreed'): Signature => ({
    person,
    says,
    at: '2026-11-20T10:00:00Z',
    version: '1',
  })
  const stands = (signatures: Signature[], more: { suspended?: boolean } = {}) => {
    if (assent === undefined || required === undefined) throw new Error('Not asked')
    const known = { askedAt: '2026-11-19T09:00:00Z', version: '1', ...more }
    const standing = standingOfAssent(assent, required, signatures, known, Temporal.Instant.from(MONDAY), calendar)
    return [standing.state, standing.counts]
  }

  test('is asked of both parents for six uses, and of nobody without parental responsibility', () => {
    expect(required?.slots).toEqual([{ of: 'parental_responsibility', need: 'all', people: ['parent-1', 'parent-2'] }])
    expect(assent?.items.map((item) => item.answer)).toEqual(Array.from({ length: 6 }, () => 'yes_no'))
  })

  test('counts only when both have given it; one signature, silence and a refusal are a no', () => {
    expect(stands([])).toEqual(['open', 'no'])
    expect(stands([signed('parent-1')])).toEqual(['partly', 'no'])
    expect(stands([signed('parent-1'), signed('parent-2', 'refused')])).toEqual(['refused', 'no'])
    expect(stands([signed('parent-1'), signed('parent-2')])).toEqual(['signed', 'yes'])
  })

  test('is suspended by a change of circumstances and ended by a withdrawal in writing', () => {
    const both = [signed('parent-1'), signed('parent-2')]
    expect(stands(both, { suspended: true })).toEqual(['suspended', 'no'])
    expect(stands([...both, { ...signed('parent-2', 'withdrawn'), at: '2026-11-21T10:00:00Z' }])).toEqual([
      'withdrawn',
      'no',
    ])
    expect(assent?.withdraw).toMatchObject({ by: ['parent'], how: 'written', starts: ['duty/take_down_images'] })
  })

  test('needs one parent only for a conference, for each kind apart', () => {
    expect(pack.assents.conference_permission?.asked).toEqual({ of: 'parental_responsibility', need: 'any' })
    expect(pack.assents.conference_permission?.items.map((item) => item.id)).toEqual(['within_school', 'outside'])
  })
})

describe('when something is due in the village primary', () => {
  const local = (instant: string | null): string =>
    instant === null
      ? ''
      : Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()
  const due = (event: string, at: string = MONDAY) =>
    new Map(
      dutiesFrom(pack, { event, id: 'x', at, subjects: [null] }, calendar, () => 'yes').map((one) => [
        one.duty.slice('duty/'.length),
        local(one.due),
      ]),
    )

  test('accounts and equipment of a leaver: one school day, also over a weekend', () => {
    expect(due('person.left').get('leaver_accounts')).toBe('2026-11-24T17:00:00')
    expect(due('person.left', '2026-11-27T15:00:00Z').get('leaver_return')).toBe('2026-11-30T17:00:00')
  })

  test('induction and the image letter five school days after joining, pictures down two after a withdrawal', () => {
    const joined = due('person.joined')
    expect([joined.get('induction'), joined.get('ask_image_consent')]).toEqual([
      '2026-11-30T17:00:00',
      '2026-11-30T17:00:00',
    ])
    expect(due('assent/pupil_images#withdrawn').get('take_down_images')).toBe('2026-11-25T17:00:00')
  })

  test('the policy is introduced to each class in the first four weeks of the school year', () => {
    const rounds = roundsOf(
      pack,
      'duty/introduce_policy',
      { subjects: ['class-1', 'class-2'], since: '2026-09-01T00:00:00Z', until: '2026-12-01T00:00:00Z' },
      calendar,
    )
    expect(rounds.map((one) => [one.subject, local(one.due).slice(0, 10)])).toEqual([
      ['class-1', '2026-09-29'],
      ['class-2', '2026-09-29'],
    ])
  })

  test('every interval that the policy leaves open says so, and has a number to confirm', () => {
    const text = JSON.stringify({ ...pack, clauses: [] })
    const open = [...text.matchAll(/"policy_says":[^}]*}/g)].map(([found]) => found)
    expect(open.length).toBeGreaterThan(80)
    expect(open.filter((one) => !one.includes('"we_count"') || !one.includes('"source"'))).toEqual([])
  })
})
