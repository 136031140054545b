import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assentsFor, type Guardian } from '#pack/engines/assents/asked.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { dutiesFrom, dutiesFromDate, roundsOf } from '#pack/engines/duties/duty-due.ts'
import { guardStands } from '#pack/engines/guards/guard-stands.ts'
import { recipientsOf } from '#pack/engines/notify/recipients.ts'
import { audienceOf, judgeOf, somebody } from './people.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('specialist-group')
const day = Temporal.PlainDate.from('2026-10-06')
const terms = schoolCalendar({
  terms: [{ name: 'Autumn', start: '2026-09-02', end: '2026-12-18' }],
  closed: [],
})
const audience = audienceOf(pack)
const guardians: Guardian[] = [
  { person: 'parent-1', parentalResponsibility: true, from: '2025-09-01', until: null },
  { person: 'parent-2', parentalResponsibility: true, from: '2025-09-01', until: null },
]
const asked = (person: PersonFacts) => assentsFor(pack, person, guardians, day, audience)
const agreements = (person: PersonFacts) =>
  asked(person)
    .asked.map((one) => one.assent.replace('assent/', ''))
    .sort()

describe('who signs what (G-M06)', () => {
  const ofPupil = ['parent_agreement', 'parental_charter', 'pupil_agreement']
  test.each([
    ['a pupil', somebody('a', 'pupil', { year: 8 }), [...ofPupil, 'pupil_guide', 'pupil_views']],
    ['a member of staff', somebody('b', 'staff'), ['staff_agreement', 'staff_guidance']],
    ['a Head', somebody('head', 'staff', {}, ['head']), ['head_serious_incident', 'staff_agreement', 'staff_guidance']],
    ['a parent', somebody('c', 'parent'), ['parent_information']],
    [
      'a visitor who uses the internet',
      somebody('d', 'visitor', { uses_school_ict: true }),
      ['external_agreement', 'visitor_notice'],
    ],
    ['any other visitor', somebody('e', 'visitor', { uses_school_ict: false }), ['visitor_notice']],
    ['a volunteer who uses ICT', somebody('f', 'volunteer', { uses_school_ict: true }), ['external_agreement']],
  ])('%s', (_who, person, expected) => {
    expect(agreements(person)).toEqual([...expected].sort())
    expect(asked(person).unknown).toEqual([])
  })

  test('a parent signs twice: the agreement with its permissions, and the charter with the child', () => {
    const slots = (assent: string) =>
      asked(somebody('a', 'pupil', { year: 8 })).asked.find((one) => one.assent === assent)?.slots
    const parents = { of: 'parental_responsibility', need: 'any', people: ['parent-1', 'parent-2'] }
    expect(slots('assent/parent_agreement')).toEqual([parents])
    expect(slots('assent/parental_charter')).toEqual([{ of: 'self', need: 'all', people: ['a'] }, parents])
  })

  test('four services and three uses of pictures are permitted one by one, and no answer is a no', () => {
    const { items = [], silence, basis } = pack.assents.parent_agreement ?? {}
    expect(items.filter((item) => item.answer === 'yes_no').map((item) => item.id)).toEqual([
      'internet',
      'email',
      'learning_environment',
      'facilities',
      'learning_images',
      'publicity_images',
      'press_images',
    ])
    expect([basis, silence]).toEqual(['consent', 'no'])
  })

  test('thirty-two statements of staff with job title and company, twenty-five of pupils in easy words too', () => {
    expect(pack.assents.staff_agreement?.items).toHaveLength(32)
    expect(pack.assents.staff_agreement?.fields.map((field) => field.id)).toEqual(['job_title', 'company', 'services'])
    const items = pack.assents.pupil_agreement?.items ?? []
    expect(items).toHaveLength(25)
    for (const { says } of items) expect([says, typeof says === 'object' && 'en-easy' in says]).toEqual([says, true])
  })
})

describe('gates', () => {
  const stands = (guard: string, unless: 'yes' | 'no' | 'unknown') =>
    guardStands(pack, `guard/${guard}`, { unless }, Temporal.Instant.from('2026-10-06T09:00:00Z'), terms)

  test.each(['pupil_ict', 'pupil_internet', 'staff_network', 'guest_ict'])(
    '%s is shut until signed, at once, and is attested by a person',
    (guard) => {
      expect(stands(guard, 'no')).toMatchObject({ open: false, proof: 'attested' })
      expect(stands(guard, 'unknown').open).toBe(false)
      expect(stands(guard, 'yes').open).toBe(true)
    },
  )
})

describe('who is who', () => {
  const isIn = (party: string, person: PersonFacts) => inParty(pack, `party/${party}`, person, day, audience).verdict

  test('a safeguarding lead is exempt from the locker, every other member of staff is not', () => {
    expect(pack.conduct.phone_in_locker?.for).toEqual(['party/staff_without_dsls'])
    expect(isIn('staff_without_dsls', somebody('dsl', 'staff', {}, ['dsl']))).toBe('no')
    expect(isIn('staff_without_dsls', somebody('b', 'staff'))).toBe('yes')
  })

  test('older pupils begin at year 9, by a reading that nobody has settled', () => {
    expect(isIn('older_pupils', somebody('a', 'pupil', { year: 8 }))).toBe('no')
    expect(isIn('older_pupils', somebody('a', 'pupil', { year: 9 }))).toBe('yes')
    expect(pack.readings.older_pupils?.settled).toBe(false)
  })

  test('posts belong to the group, a school or a site', () => {
    const per = (id: string) => {
      const party = pack.parties[id]
      return party !== undefined && 'per' in party ? party.per : null
    }
    expect(['proprietor', 'safeguarding_manager', 'facilities', 'complaints_lead', 'mdg'].map(per)).toEqual(
      Array(5).fill('group'),
    )
    expect(['head', 'responsible_person', 'named_contact'].map(per)).toEqual(Array(3).fill('school'))
    expect(per('dsl')).toBe('site')
  })

  test('two firms share the ICT, and Facilities owe what the policy asks of them', () => {
    expect([pack.parties.ict_provider_schools?.kind, pack.parties.ict_provider_central?.kind]).toEqual([
      'outside',
      'outside',
    ])
    expect(pack.measures.phone_encryption?.held_by).toBe('party/ict_provider_central')
    expect(pack.measures.filtering?.held_by).toBe('party/ict_provider_schools')
    for (const duty of ['filter_updated', 'systems_monitored', 'antivirus_current', 'backups_checked'])
      expect([duty, pack.duties[duty]?.owner]).toEqual([duty, 'party/facilities'])
  })
})

const holders: Holders = {
  ...Object.fromEntries(
    Object.entries(pack.parties).flatMap(([id, party]) =>
      party.kind === 'post' || party.kind === 'group' || party.kind === 'relation' ? [[`party/${id}`, [id]]] : [],
    ),
  ),
}
const told = (event: string, fields: Record<string, unknown>, keptOut: string[] = [], reporterChose: string[] = []) => {
  const [record = ''] = event.replace('record/', '').split('#')
  const situation = { keptOut, away: [] }
  const at = '2026-10-06T09:00:00Z'
  const found = recipientsOf(
    pack,
    { event, at, reporterChose },
    holders,
    situation,
    terms,
    judgeOf(pack, record, { in_danger: false, ...fields }),
  )
  return [...new Set(found.flatMap((one) => one.people))].sort()
}
const concern = (worry: string, ...more: [string[]?, string[]?]) => told('record/concern#opened', { worry }, ...more)

describe('who is told', () => {
  test('the safeguarding lead of every concern, whatever it is about', () => {
    expect(pack.lists.worry?.values.length).toBeGreaterThan(5)
    for (const { id } of pack.lists.worry?.values ?? []) expect([id, concern(id).includes('dsl')]).toEqual([id, true])
  })

  test.each([
    ['unkind', ['dsl']],
    ['extremism', ['dsl']],
    ['security', ['dsl', 'facilities', 'safeguarding_manager']],
    ['fault', ['dsl', 'facilities', 'safeguarding_manager']],
    ['filter', ['dsl', 'line_manager', 'named_contact']],
    ['adult', ['dsl', 'senior_leaders']],
    ['complaint', ['complaints_lead', 'dsl', 'proprietor']],
  ])('of a concern of kind %s: %j', (worry, expected) => {
    expect(concern(worry)).toEqual(expected)
  })

  test('line manager or named contact of a filter that failed, as the reporter chooses', () => {
    expect(concern('filter', [], ['party/named_contact'])).toEqual(['dsl', 'named_contact'])
    expect(told('record/filter_report#opened', {}, [], ['party/line_manager'])).toEqual(['line_manager'])
  })

  test('of an incident the safeguarding lead and the group; of immediate danger the Head as well', () => {
    expect(told('record/incident#opened', { immediate_danger: false })).toEqual(['dsl', 'safeguarding_manager'])
    expect(told('record/incident#opened', { immediate_danger: true })).toEqual(['dsl', 'head', 'safeguarding_manager'])
  })

  test('the central lead in place of a safeguarding lead who is named', () => {
    expect(concern('unkind', ['dsl'])).toEqual(['central_safeguarding_lead'])
  })

  test('of what monitoring finds the group safeguarding manager, Facilities and the Head', () => {
    expect(told('record/monitoring_review#tell', {})).toEqual(['facilities', 'head', 'safeguarding_manager'])
  })

  test('of a complaint the Proprietor and the complaints lead', () => {
    expect(told('record/complaint#opened', {})).toEqual(['complaints_lead', 'proprietor'])
  })
})

describe('when it is due', () => {
  const yes = () => 'yes' as const
  const joined = { event: 'person.joined', id: 'j', at: '2026-11-27T08:00:00Z', subjects: ['kim'] }
  const due = (found: readonly { duty: string; due: string | null }[], duty: string) =>
    found.find((one) => one.duty === `duty/${duty}`)?.due

  test('a breach within 72 exact hours of becoming aware, over a weekend and the change of the clocks', () => {
    const aware = { event: 'record/data_breach#aware_at', id: 'b', at: '2026-10-23T15:00:00Z', subjects: [null] }
    expect(due(dutiesFromDate(pack, aware, terms), 'notify_authority')).toBe('2026-10-26T15:00:00Z')
    expect(pack.duties.notify_authority?.late).toMatchObject([
      { at: 'due', notify: 'party/proprietor', needs: 'reason' },
    ])
  })

  test('a new account is asked for by the end of the next school day, induction within five', () => {
    const found = dutiesFrom(pack, joined, terms, yes)
    expect(due(found, 'ask_for_account')).toBe('2026-11-30T17:00:00Z')
    expect(due(found, 'induction')).toBe('2026-12-04T17:00:00Z')
  })

  test('an alarm is cleared on leaving', () => {
    const found = dutiesFrom(pack, { ...joined, event: 'person.left' }, terms, yes)
    expect(due(found, 'alarm_cleared')).toBe('2026-11-28T23:59:59Z')
  })

  test('the newsletter of each month, and the agreements two weeks into the year', () => {
    const span = { subjects: [null], since: '2026-09-01T00:00:00Z', until: '2026-11-30T00:00:00Z' }
    const months = roundsOf(pack, 'duty/newsletter', span, terms).map((one) => one.due?.slice(0, 7))
    expect(months).toEqual(['2026-09', '2026-10', '2026-11'])
    const [talk] = roundsOf(pack, 'duty/talk_through_agreements', { ...span, subjects: ['7B'] }, terms)
    expect(talk?.due).toBe('2026-09-15T22:59:59Z')
  })

  test('the policy is reviewed after a year, and sooner when technology changes', () => {
    expect(pack.documents.policy?.review).toMatchObject({
      every: '12 months',
      sooner_on: ['technology.changed', 'flow/debrief#reviewed'],
    })
    const changed = dutiesFrom(pack, { ...joined, event: 'technology.changed', subjects: [null] }, terms, yes)
    expect(changed.map((one) => one.duty)).toEqual(['duty/review_after_change'])
  })
})
