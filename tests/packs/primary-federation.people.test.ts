import { describe, expect, test } from 'vitest'
import { audienceContext } from '#areas/people/index.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assentsFor, type Guardian } from '#pack/engines/assents/asked.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { dutiesFrom, dutiesFromDate, roundsOf } from '#pack/engines/duties/duty-due.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { judgeOf, somebody } from './people.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('primary-federation')
const day = Temporal.PlainDate.from('2026-10-06')
const guardians: Guardian[] = [
  { person: 'parent-1', parentalResponsibility: true, from: '2025-09-01', until: null },
  { person: 'parent-2', parentalResponsibility: true, from: '2025-09-01', until: null },
]
const askedOf = (person: PersonFacts) => assentsFor(pack, person, guardians, day, audienceContext(pack))
const ids = (person: PersonFacts) => askedOf(person).asked.map((one) => one.assent.replace('assent/', ''))

const leader: PersonFacts = {
  ...somebody('c', 'staff'),
  posts: [{ party: 'party/deputy_head', from: '2025-09-01', until: null }],
}

describe('what the federation asks people to sign', () => {
  test.each([
    ['a pupil', somebody('a', 'pupil'), ['pupil_rules', 'website_photographs', 'parent_guidelines', 'survey_pupils']],
    ['a teacher', somebody('b', 'staff'), ['staff_agreement', 'staff_guidance', 'settings_check', 'survey_staff']],
    [
      'a senior leader',
      leader,
      ['staff_agreement', 'staff_guidance', 'allegation_procedure', 'settings_check', 'survey_staff'],
    ],
    ['a governor', somebody('d', 'governor'), ['user_rules']],
    ['a volunteer', somebody('e', 'volunteer'), ['user_rules']],
    ['a visitor', somebody('f', 'visitor'), ['user_rules']],
    ['a parent', somebody('g', 'parent'), ['survey_parents']],
  ])('%s', (_who, person, expected) => {
    const asked = ids(person).filter((id) => id !== 'draft_comments')
    expect(asked.sort()).toEqual([...expected].sort())
  })

  test('everybody may comment on a draft', () => {
    for (const kind of ['pupil', 'parent', 'staff', 'governor', 'volunteer', 'visitor'] as const)
      expect(ids(somebody('x', kind))).toContain('draft_comments')
  })

  test('one parent is enough for photographs on the website, and the pupil accepts the rules alone', () => {
    const slots = (assent: string) => askedOf(somebody('a', 'pupil')).asked.find((one) => one.assent === assent)?.slots
    expect(slots('assent/website_photographs')).toEqual([
      { of: 'parental_responsibility', need: 'any', people: ['parent-1', 'parent-2'] },
    ])
    expect(slots('assent/pupil_rules')).toEqual([{ of: 'self', need: 'all', people: ['a'] }])
    expect(pack.assents.website_photographs).toMatchObject({ basis: 'consent', silence: 'no' })
  })
})

const holders: Holders = {
  'party/head': ['head'],
  'party/deputy_head': ['deputy'],
  'party/online_safety_lead': ['coordinator'],
  'party/dsl': ['dsl'],
  'party/nominated_person': ['nominated'],
  'party/network_manager': ['network'],
  'party/it_consultant': ['consultant'],
  'party/siro': ['siro'],
  'party/information_asset_owner': ['owner'],
  'party/e_safety_governor': ['governor'],
  'party/chair_of_governors': ['chair'],
}
const told = (record: string, fields: Record<string, unknown>, keptOut: string[] = [], reporterChose: string[] = []) =>
  recipientsOf(
    pack,
    { event: `record/${record}#opened`, at: '2026-10-06T09:00:00Z', reporterChose },
    holders,
    { keptOut, away: [] },
    schoolCalendar(),
    judgeOf(pack, record, { in_danger: false, ...fields }),
  )
const people = (...given: Parameters<typeof told>) => [...new Set(told(...given).flatMap((one) => one.people))].sort()

describe('whom the federation tells', () => {
  test('the first of those on call when somebody may be in danger now', () =>
    expect(people('concern', { worry: 'unkind', in_danger: true })).toEqual(['coordinator', 'dsl', 'nominated']))

  test.each([
    ['unkind', ['coordinator', 'nominated']],
    ['offensive_email', ['coordinator', 'nominated']],
    ['monitoring', ['coordinator', 'head']],
    ['misuse', ['coordinator', 'head']],
    ['contact', ['coordinator', 'dsl', 'head']],
    ['data', ['coordinator', 'siro']],
    ['seen_something', ['coordinator']],
  ])('of a concern of kind %s: %j', (worry, expected) => {
    expect(people('concern', { worry })).toEqual(expected)
  })

  test('of every kind of concern, somebody', () => {
    expect(pack.lists.worry?.values.length).toBeGreaterThan(5)
    for (const { id } of pack.lists.worry?.values ?? [])
      expect([id, people('concern', { worry: id }).length > 0]).toEqual([id, true])
  })

  test('the head alone of a request for support with monitoring', () => {
    expect(people('support_request', {})).toEqual(['head'])
    expect(pack.records.support_request?.sight.map((one) => one.who)).toEqual(['party/head', 'opener'])
  })

  test('the head or the coordinator, as the member of staff chooses', () => {
    const chosen = told('concern', { worry: 'misuse' }, [], ['party/head'])
    expect(chosen.find((one) => one.notify === 'notify/staff_report')?.people).toEqual(['head'])
    expect(chosen.filter((one) => one.notify === 'notify/staff_report')).toHaveLength(1)
  })

  test('both head and coordinator of what monitoring found, each of whom confirms it', () => {
    const found = told('concern', { worry: 'monitoring' }).filter((one) => one.notify === 'notify/monitoring_finding')
    expect(found.map((one) => [one.people, one.accept])).toEqual([
      [['head'], 'each'],
      [['coordinator'], 'each'],
    ])
  })

  test('the safeguarding person of an incident with one of the five risks, and of no other', () => {
    expect(pack.lists.safeguarding_risk?.values).toHaveLength(5)
    expect(people('incident', { kind: 'other', risk_seen: true })).toEqual(['coordinator', 'dsl'])
    expect(people('incident', { kind: 'other', risk_seen: false })).toEqual(['coordinator'])
  })

  test('both technical posts of unsuitable material that came through the filter', () => {
    expect(people('incident', { kind: 'unsuitable_found', risk_seen: false })).toEqual([
      'consultant',
      'coordinator',
      'network',
    ])
  })

  test('the chair of governors in place of a head who is named in the case', () => {
    expect(people('concern', { worry: 'adult' }, ['head'])).toEqual(['chair', 'coordinator', 'dsl'])
  })
})

const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-02', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-04', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-12', end: '2027-07-20' },
  ],
  closed: [{ name: 'Autumn half term', start: '2026-10-26', end: '2026-10-30' }],
})
const dues = (id: string, until: string, subjects: (string | null)[] = [null]) =>
  roundsOf(pack, `duty/${id}`, { subjects, since: '2026-09-01T00:00:00Z', until }, calendar)

describe('when things are due', () => {
  test('monitoring and the report to the governors a year after the beginning, and no later', () => {
    for (const id of ['monitor_implementation', 'implementation_report'])
      expect([id, dues(id, '2027-10-01T00:00:00Z')[0]?.due?.slice(0, 10)]).toEqual([id, '2027-09-01'])
  })

  test('the review of the policy each April, as the policy expected its next one', () => {
    expect(dues('policy_review', '2028-06-01T00:00:00Z').map((one) => one.due?.slice(0, 10))).toContain('2027-04-30')
  })

  test('a meeting of the group in each half term', () => {
    const found = dues('group_meeting', '2026-12-31T00:00:00Z', ['school-1', 'school-2'])
    expect(new Set(found.map((one) => one.subject))).toEqual(new Set(['school-1', 'school-2']))
    expect(found.filter((one) => one.subject === 'school-1').length).toBeGreaterThanOrEqual(2)
  })

  test('photographs two school days after permission is taken back', () => {
    const happened = {
      event: 'assent/website_photographs#withdrawn',
      id: 'w',
      at: '2026-10-23T09:00:00Z',
      subjects: ['a'],
    }
    const made = dutiesFrom(pack, happened, calendar, () => 'yes')
    // Friday before the half term: the two days are the Monday and Tuesday after it.
    expect(made.map((one) => [one.duty, one.due?.slice(0, 10)])).toEqual([['duty/take_photographs_down', '2026-11-03']])
  })

  test('the registration two weeks after it has run for eleven months', () => {
    const date = { event: 'record/registration#renew', id: 'r', at: '2026-10-01T00:00:00Z', subjects: [null] }
    expect(dutiesFromDate(pack, date, calendar).map((one) => [one.duty, one.due?.slice(0, 10)])).toEqual([
      ['duty/registration', '2026-10-15'],
    ])
  })

  test('every duty that comes round comes round within a year and a day', () => {
    const rounds = Object.entries(pack.duties).flatMap(([id, duty]) => ('every' in duty ? [id] : []))
    expect(rounds.length).toBeGreaterThan(10)
    expect(rounds.filter((id) => dues(id, '2027-09-03T00:00:00Z').length === 0)).toEqual([])
  })

  test('technical duties fall to either of the two posts, keeping up to date to both', () => {
    const either = { any_of: ['party/network_manager', 'party/it_consultant'] }
    for (const id of ['infrastructure_check', 'monitor_network', 'monitor_remote_access', 'monitor_email'])
      expect([id, pack.duties[id]?.owner]).toEqual([id, either])
    expect(pack.duties.technical_updating?.owner).toEqual({ all_of: either.any_of })
  })
})
