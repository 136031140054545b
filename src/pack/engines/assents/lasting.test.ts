import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assent as assentType } from '../../types/assent.ts'
import { pack as packType } from '../../types/pack.ts'
import { circumstancesIn, isSuspendedBy } from './occasions.ts'
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
