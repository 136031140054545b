import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assentsFor, type Guardian } from '#pack/engines/assents/asked.ts'
import { standingOfAssent } from '#pack/engines/assents/standing.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { audienceOf, judgeOf, somebody } from './people.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('independent-school')
const day = Temporal.PlainDate.from('2026-10-06')
const guardians: Guardian[] = ['parent-1', 'parent-2'].map((person) => ({
  person,
  parentalResponsibility: true,
  from: '2025-09-01',
  until: null,
}))
const askedOf = (person: PersonFacts) => assentsFor(pack, person, guardians, day, audienceOf(pack))
const ids = (person: PersonFacts) => askedOf(person).asked.map((one) => one.assent.replace('assent/', ''))
const pupil = somebody('pupil-1', 'pupil')

describe('what the independent school asks people to sign', () => {
  const everyUser = ['monitoring_notice']
  test.each([
    [
      'a student, and whoever acts for them',
      pupil,
      ['student_agreement', 'parent_statement', 'image_use', 'public_images', 'student_guidance'],
    ],
    [
      'a member of staff',
      somebody('b', 'staff'),
      [
        'adult_agreement',
        'staff_images',
        'staff_guidance',
        'policy_comments',
        'email_housekeeping',
        'synchronise',
        'other_logons',
      ],
    ],
    ['a governor', somebody('c', 'governor'), ['adult_agreement', 'policy_comments']],
    ['a visitor', somebody('d', 'visitor'), ['adult_agreement', 'visitor_information']],
  ])('%s', (_who, person, expected) => {
    const social = person.kinds[0]?.kind === 'visitor' ? [] : ['social_media_information']
    expect(ids(person).sort()).toEqual([...expected, ...everyUser, ...social].sort())
    expect(askedOf(person).unknown).toEqual([])
  })

  test('a parent of their own: information only, never overdue', () => {
    expect(ids(somebody('e', 'parent')).sort()).toEqual(['parent_information', 'social_media_information'])
  })

  test('the joint slip of a parent and the student', () => {
    const slip = askedOf(pupil).asked.find((one) => one.assent === 'assent/student_agreement')
    expect(slip?.slots.map((slot) => [slot.of, slot.people])).toEqual([
      ['parental_responsibility', ['parent-1', 'parent-2']],
      ['self', ['pupil-1']],
    ])
  })
})

describe('images', () => {
  const standing = (id: string, now: string, facts: object = {}) => {
    const assent = pack.assents[id]
    const required = askedOf(pupil).asked.find((one) => one.assent === `assent/${id}`)
    if (assent === undefined || required === undefined) throw new Error(`Nobody is asked ${id}`)
    const known = { askedAt: '2026-09-07T08:00:00Z', letterAt: '2026-09-07T08:00:00Z', version: '1', ...facts }
    return standingOfAssent(assent, required, [], known, Temporal.Instant.from(now), schoolCalendar())
  }

  test('no answer is a yes only after the letter, and after ten school days', () => {
    expect(standing('image_use', '2026-09-14T08:00:00Z').counts).toBe('unknown')
    expect(standing('image_use', '2026-10-01T08:00:00Z')).toMatchObject({ state: 'silent_yes', counts: 'yes' })
    expect(standing('image_use', '2026-10-01T08:00:00Z', { letterAt: null }).counts).toBe('unknown')
  })

  test('no answer about images in public is a no', () => {
    expect(standing('public_images', '2026-10-01T08:00:00Z')).toMatchObject({ state: 'late', counts: 'no' })
  })

  test('a change of circumstances suspends what counted', () => {
    const changed = standing('image_use', '2026-10-01T08:00:00Z', { suspended: true })
    expect([changed.state, changed.counts]).toEqual(['suspended', 'unknown'])
  })
})

const holders: Holders = {
  'party/head': ['head'],
  'party/online_safety_lead': ['coordinator'],
  'party/assistant_head_academic': ['academic'],
  'party/network_manager': ['network'],
  'party/it_services_manager': ['services'],
  'party/it_manager': ['it-manager'],
  'party/it_department': ['technician'],
  'party/dpo': ['dpo'],
  'party/finance_administrator': ['finance'],
  'party/chair_of_governors': ['chair'],
  'party/vice_chair_of_governors': ['vice'],
  class_teachers: ['teacher'],
}
const told = (event: string, fields: Record<string, unknown>, keptOut: string[] = [], reporterChose: string[] = []) =>
  recipientsOf(
    pack,
    { event, at: '2026-10-06T09:00:00Z', reporterChose },
    holders,
    { keptOut, away: [] },
    schoolCalendar(),
    judgeOf(pack, event.slice('record/'.length).split('#')[0] ?? '', { in_danger: false, ...fields }),
  )
const people = (...given: Parameters<typeof told>) => [...new Set(told(...given).flatMap((one) => one.people))].sort()
const concern = 'record/concern#opened'

describe('whom the independent school tells', () => {
  const three = ['coordinator', 'dpo', 'network']
  test.each([
    ['security', three],
    ['lost', three],
    ['unsolicited_email', three],
    ['data_loss', three],
    ['virus', [...three, 'technician']],
    ['offensive_email', ['coordinator', 'network']],
    ['chain_letter', ['network', 'technician']],
    ['password', ['technician']],
    ['adult', ['head']],
    ['unkind', ['coordinator', 'head']],
  ])('of a concern of kind %s: %j', (worry, expected) => {
    expect(people(concern, { worry })).toEqual(expected)
  })

  test('three people at once, within a quarter of an hour, and each confirms it', () => {
    const three = told(concern, { worry: 'security' })
    expect(three.map((one) => [one.party, one.accept, one.due])).toEqual(
      ['party/dpo', 'party/network_manager', 'party/online_safety_lead'].map((party) => [
        party,
        'each',
        '2026-10-06T09:15:00Z',
      ]),
    )
  })

  test('the same three of an incident that was opened directly, and nobody else of unkindness', () => {
    expect(people('record/incident#opened', { kind: 'lost_credentials' })).toEqual(['coordinator', 'dpo', 'network'])
    expect(people('record/incident#opened', { kind: 'cyberbullying' })).toEqual([])
  })

  test('of every kind of concern, somebody', () => {
    expect(pack.lists.worry?.values.length).toBeGreaterThan(5)
    for (const { id } of pack.lists.worry?.values ?? [])
      expect([id, told(concern, { worry: id }).length > 0]).toEqual([id, true])
  })

  test('whom the reporter chooses for a complaint or an unsuitable site, and the teacher of a student', () => {
    expect(people(concern, { worry: 'complaint' }, [], ['party/head'])).toEqual(['head'])
    expect(people(concern, { worry: 'unsuitable_site' }, [], ['party/it_department'])).toEqual(['technician'])
    expect(people(concern, { worry: 'seen_something' }, [], ['class_teachers'])).toEqual(['coordinator', 'teacher'])
  })

  test('the chair of governors in place of the Headmistress when it is about her', () => {
    expect(people(concern, { worry: 'adult' }, ['head'])).toEqual(['chair'])
  })

  test('the finance administrator of personal phone use, the IT Manager of a leaver', () => {
    expect(people('record/phone_use#opened', {})).toEqual(['finance'])
    expect(people('record/leaver#opened', {})).toEqual(['it-manager', 'technician'])
  })
})
