import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assent as assentType } from '../../types/assent.ts'
import { pack as packType } from '../../types/pack.ts'
import { askedOf } from './asked.ts'
import { circumstancesIn, isSuspendedBy, postTakenOn } from './occasions.ts'
import { validUntil } from './valid-until.ts'

const given = (more: object) =>
  assentType.parse({
    says: 'Pictures',
    about: 'self',
    for: 'party/staff',
    asked: { of: 'self' },
    items: [{ id: 'yes', says: 'I agree' }],
    ways: ['link'],
    asked_on: ['person.joined'],
    basis: 'acknowledgement',
    silence: 'not_given',
    lasts: 'enrolment',
    ...more,
  })

describe('how long an answer holds', () => {
  const calendar = schoolCalendar({
    terms: [
      { name: 'Autumn', start: '2026-09-03', end: '2026-12-18' },
      { name: 'Spring', start: '2027-01-05', end: '2027-03-25' },
    ],
    closed: [{ name: 'Half term', start: '2026-10-26', end: '2026-10-30' }],
  })
  const signature = { person: 'sam', at: '2026-09-21T09:00:00Z', says: 'agreed', version: 'v1' } as const
  const until = (lasts: string, endedAt: string | null = null) =>
    validUntil(given({ lasts }), signature, { askedAt: null, version: 'v2', endedAt }, calendar)?.toString() ?? null

  test('a term or half term holds until the next begins, and until asked again has no end of its own', () => {
    expect(until('term')).toBe('2027-01-04T23:59:59Z')
    expect(until('half term')).toBe('2026-10-30T23:59:59Z')
    expect(until('until asked again')).toBeNull()
    expect(until('until asked again', '2027-02-01T00:00:00Z')).toBe('2027-02-01T00:00:00Z')
  })
})

describe('what puts an answer in question', () => {
  const divorce = given({ suspended_by: [{ on: 'circumstances.changed', kinds: ['list/circumstance#divorce'] }] })
  const any = given({
    suspended_by: [{ on: 'circumstances.changed', kinds: ['list/circumstance'] }, 'person.changed_parents'],
  })

  test('circumstances of the kind that is named, and any where nobody says which', () => {
    const by = (kind?: string) => [divorce, any].map((one) => isSuspendedBy(one, 'circumstances.changed', kind))
    expect([by('list/circumstance#divorce'), by('list/circumstance#custody'), by()]).toEqual([
      [true, true],
      [false, true],
      [true, true],
    ])
    expect(isSuspendedBy(any, 'person.changed_parents')).toBe(true)
    expect(isSuspendedBy(divorce, 'person.changed_parents')).toBe(false)
  })

  test('the kinds are told apart by what the agreements name', () => {
    const pack = packType.parse({
      pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
      lists: {
        circumstance: {
          says: 'Change',
          values: [
            { id: 'divorce', says: 'A divorce' },
            { id: 'custody', says: 'Custody' },
          ],
        },
      },
    })
    expect(circumstancesIn(pack, [divorce, any])).toEqual(['list/circumstance#divorce', 'list/circumstance#custody'])
  })
})

describe('who takes a post', () => {
  const held = (party: string, from: string, until: string | null = null) => ({ party, from, until })
  const posts = [
    held('party/head', '2026-09-01'),
    held('party/dsl', '2026-10-01'),
    held('party/it', '2020-01-01', '2021-01-01'),
  ]
  const person = { id: 'sam', kinds: [], facts: {}, posts }
  const today = Temporal.PlainDate.from('2026-11-02')

  test('is asked for the post that is named, for any where none is, and not for what they held before', () => {
    const on = (asked_on: unknown[]) => postTakenOn(given({ asked_on }), person, today)
    expect(on([{ on: 'person.took_post', post: 'party/head' }])).toBe('2026-09-01')
    expect(on(['person.took_post'])).toBe('2026-10-01')
    expect(on([{ on: 'person.took_post', post: 'party/it' }])).toBeNull()
    expect(on(['person.joined'])).toBeNull()
  })
})

describe('who countersigns', () => {
  const slip = given({ asked: { in_order: [{ of: 'self' }, { of: 'party/head' }] } })
  const day = Temporal.PlainDate.from('2026-11-02')
  const people = (about: string) =>
    askedOf('assent/a', slip, about, [], day, () => ['hana', 'sam']).slots.map((slot) => slot.people)

  test('is any holder of the post, and never the one whom it is about', () => {
    expect(people('kim')).toEqual([['kim'], ['hana', 'sam']])
    expect(people('sam')).toEqual([['sam'], ['hana']])
  })

  test('is whoever the slip names, once it names somebody, and nobody is missing before', () => {
    const asked = { in_order: [{ of: 'self' }, { field: 'host' }] }
    const guest = given({ asked, fields: [{ id: 'host', asks: 'Who receives you?', type: 'person' }] })
    const slots = (named: string[]) => {
      const found = askedOf('assent/a', guest, 'kim', [], day, undefined, (field) => (field === 'host' ? named : []))
      return [found.slots.map((slot) => slot.people), found.nobodyFor]
    }
    expect(slots([])).toEqual([[['kim'], []], []])
    expect(slots(['hana'])).toEqual([[['kim'], ['hana']], []])
    expect(slots(['kim'])).toEqual([[['kim'], []], []])
  })
})
