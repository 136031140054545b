import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assentsFor, type Guardian } from '#pack/engines/assents/asked.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { audienceOf, judgeOf, somebody } from './people.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('special-all-through')
const day = Temporal.PlainDate.from('2026-10-06')
const guardians: Guardian[] = [
  { person: 'parent-1', parentalResponsibility: true, from: '2025-09-01', until: null },
  { person: 'parent-2', parentalResponsibility: true, from: '2025-09-01', until: null },
  { person: 'step-parent', parentalResponsibility: false, from: '2025-09-01', until: null },
]
const askedOf = (person: PersonFacts) => assentsFor(pack, person, guardians, day, audienceOf(pack))
const ids = (person: PersonFacts) => askedOf(person).asked.map((one) => one.assent.replace('assent/', ''))

describe('what the first pack asks people to sign', () => {
  test.each([
    [
      'a primary pupil',
      somebody('a', 'pupil', { phase: 'primary' }),
      ['primary_rules', 'pupil_images', 'pupil_information'],
    ],
    [
      'a secondary pupil',
      somebody('b', 'pupil', { phase: 'secondary' }),
      ['secondary_agreement', 'pupil_images', 'pupil_information'],
    ],
    [
      'a member of staff',
      somebody('c', 'staff'),
      ['adult_code', 'staff_guidance', 'staff_images', 'adult_information'],
    ],
    ['a governor', somebody('d', 'governor'), ['adult_code', 'adult_information']],
    [
      'a regular visitor in regulated activity',
      somebody('e', 'visitor', { regulated_activity: true }),
      ['adult_code', 'adult_information'],
    ],
    ['any other visitor', somebody('f', 'visitor', { regulated_activity: false }), []],
    ['a parent', somebody('g', 'parent'), ['parent_information']],
  ])('%s', (_who, person, expected) => {
    expect(ids(person).sort()).toEqual([...expected].sort())
    expect(askedOf(person).unknown).toEqual([])
  })

  test('a visitor or a pupil of whom too little is known is listed, not assumed', () => {
    const visitor = askedOf(somebody('h', 'visitor'))
    expect(visitor.asked).toEqual([])
    expect(visitor.unknown.map((one) => one.assent).sort()).toEqual(['assent/adult_code', 'assent/adult_information'])
    const pupil = askedOf(somebody('i', 'pupil'))
    expect(pupil.unknown.map((one) => one.assent).sort()).toEqual([
      'assent/primary_rules',
      'assent/secondary_agreement',
    ])
  })

  test('a primary slip wants one parent, a secondary one a parent and the pupil', () => {
    const parents = { of: 'parental_responsibility', need: 'any', people: ['parent-1', 'parent-2'] }
    const slots = (person: PersonFacts, assent: string) =>
      askedOf(person).asked.find((one) => one.assent === assent)?.slots
    expect(slots(somebody('a', 'pupil', { phase: 'primary' }), 'assent/primary_rules')).toEqual([parents])
    expect(slots(somebody('b', 'pupil', { phase: 'secondary' }), 'assent/secondary_agreement')).toEqual([
      parents,
      { of: 'self', need: 'all', people: ['b'] },
    ])
  })
})

const holders: Holders = {
  'party/head': ['head'],
  'party/deputy_head': ['deputy'],
  'party/online_safety_lead': ['coordinator'],
  'party/dsl': ['dsl'],
  'party/network_manager': ['network'],
  'party/business_manager': ['business'],
  'party/information_asset_owner': ['owner'],
  'party/siro': ['siro'],
  'party/chair_of_governors': ['chair'],
  'party/vice_chair_of_governors': ['vice'],
  'party/ict_support': ['support'],
  'party/line_manager': ['manager'],
  class_teachers: ['teacher'],
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

describe('whom the first pack tells', () => {
  test('the first of those on call when somebody may be in danger now', () =>
    expect(people('concern', { worry: 'adult', in_danger: true })).toEqual(['dsl', 'head']))

  test.each([
    ['security', ['business', 'coordinator', 'network', 'owner']],
    ['virus', ['network', 'owner', 'support']],
    ['password', ['owner', 'support']],
    ['unkind', ['coordinator', 'dsl']],
    ['adult', ['head']],
    ['about_school', ['chair', 'head']],
    ['threat', ['business', 'head']],
  ])('of a concern of kind %s: %j', (worry, expected) => {
    expect(people('concern', { worry })).toEqual(expected)
  })

  test('of every kind of concern, somebody', () => {
    expect(pack.lists.worry?.values.length).toBeGreaterThan(5)
    for (const { id } of pack.lists.worry?.values ?? [])
      expect([id, told('concern', { worry: id }).length > 0]).toEqual([id, true])
  })

  test('the party that the reporter chooses, where the policy leaves the choice', () => {
    expect(people('concern', { worry: 'complaint' }, [], ['party/head'])).toEqual(['head'])
    expect(people('concern', { worry: 'offensive_email' }, [], ['party/line_manager'])).toEqual(['manager'])
    expect(people('concern', { worry: 'seen_something' }, [], ['class_teachers'])).toEqual(['coordinator', 'teacher'])
  })

  test('the chair of governors in place of the head when the case is about the head', () => {
    expect(people('concern', { worry: 'adult' }, ['head'])).toEqual(['chair'])
  })

  test('the asset owner of every security incident in the log', () => {
    expect(people('incident', { kind: 'lost_equipment' })).toEqual(['business', 'coordinator', 'network', 'owner'])
    expect(people('incident', { kind: 'cyberbullying' })).toEqual([])
  })
})
