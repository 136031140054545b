import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import { dutiesIn, dutyIn, measureOf } from './check-duty.ts'
import type { Check } from './measure-stands.ts'
import { measureStands } from './measure-stands.ts'

const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-02', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-05', end: '2027-03-25' },
  ],
  closed: [],
})
const at = (text: string) => Temporal.Instant.from(text)
const check = (when: string, holds = true): Check => ({
  at: when,
  holds,
  said: holds ? 'Six characters' : 'Four will do',
})
const stands = (every: Parameters<typeof measureStands>[0], checks: Check[], now: string) =>
  measureStands(every, checks, at(now), calendar)

const ANY_RHYTHM = fc.constantFrom(
  ...(['day', 'week', 'month', 'half term', 'term', 'school year', 'year', '2 weeks', '10 school days'] as const),
)
/** Any second of a school's two years, without and with terms. */
const anySecond = fc
  .integer({
    min: at('2026-08-01T00:00:00Z').epochMilliseconds / 1000,
    max: at('2028-08-01T00:00:00Z').epochMilliseconds / 1000,
  })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

describe('a measure that is checked each term', () => {
  test('is no evidence until somebody has looked, and says when the first check is due', () => {
    expect(stands('term', [], '2026-10-01T09:00:00Z')).toMatchObject({
      state: 'no_evidence',
      proof: null,
      asOf: null,
      next: { due: '2026-12-18T17:00:00Z' },
    })
  })

  test('is kept, attested, through the term and the holidays; due from the next term; late after its end', () => {
    const checks = [check('2026-10-01T09:00:00Z')]
    expect(stands('term', checks, '2026-12-27T09:00:00Z')).toMatchObject({
      state: 'kept',
      proof: 'attested',
      asOf: '2026-10-01T09:00:00Z',
      changesAt: '2027-01-05T00:00:00Z',
    })
    expect(stands('term', checks, '2027-01-05T00:00:00Z')).toMatchObject({ state: 'due', proof: null })
    expect(stands('term', checks, '2027-03-25T17:00:00Z')).toMatchObject({ state: 'due' })
    expect(stands('term', checks, '2027-03-25T17:00:01Z')).toMatchObject({ state: 'late', changesAt: null })
  })

  test('is broken with what was said, until somebody states that it holds again', () => {
    const broken = [check('2026-10-01T09:00:00Z'), check('2026-10-02T09:00:00Z', false)]
    expect(stands('term', broken, '2027-10-01T09:00:00Z')).toMatchObject({
      state: 'broken',
      proof: null,
      said: 'Four will do',
    })
    const mended = [...broken, check('2026-10-05T09:00:00Z')]
    expect(stands('term', mended, '2026-10-05T09:00:00Z')).toMatchObject({ state: 'kept', said: null })
  })
})

describe('a measure that nobody has to check', () => {
  test('stands on the last word that was given, and on nothing without one', () => {
    expect(stands(undefined, [], '2026-10-01T09:00:00Z')).toMatchObject({ state: 'no_evidence', next: null })
    expect(stands(undefined, [check('2026-09-10T09:00:00Z')], '2028-10-01T09:00:00Z')).toMatchObject({
      state: 'kept',
      proof: 'attested',
      changesAt: null,
    })
  })
})

describe('over any year', () => {
  const later = { kept: 0, due: 1, late: 2, broken: 9, no_evidence: 9 }

  test('a measure that was never checked is no evidence on every day', () => {
    fc.assert(
      fc.property(ANY_RHYTHM, anySecond, (every, now) => {
        expect(measureStands(every, [], now, calendar).state).toBe('no_evidence')
      }),
    )
  })

  test('one word makes it kept at once; from then on it only goes from kept to due to late', () => {
    fc.assert(
      fc.property(ANY_RHYTHM, anySecond, fc.array(anySecond, { maxLength: 6 }), (every, checkedAt, moments) => {
        const checks = [check(checkedAt.toString())]
        expect(measureStands(every, checks, checkedAt, calendar)).toMatchObject({ state: 'kept', proof: 'attested' })
        const after = moments.filter((moment) => Temporal.Instant.compare(moment, checkedAt) >= 0)
        const states = after.sort(Temporal.Instant.compare).map((now) => measureStands(every, checks, now, calendar))
        const ranks = states.map(({ state }) => later[state])
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        for (const one of states) expect(one.proof).toBe(one.state === 'kept' ? 'attested' : null)
      }),
    )
  })

  test('it changes exactly when it says that it will', () => {
    fc.assert(
      fc.property(ANY_RHYTHM, anySecond, (every, checkedAt) => {
        const checks = [check(checkedAt.toString())]
        let now = checkedAt
        for (const state of ['kept', 'due'] as const) {
          const one = measureStands(every, checks, now, calendar)
          expect(one.state).toBe(state)
          const changes = at(one.changesAt ?? '')
          expect(measureStands(every, checks, changes.subtract({ nanoseconds: 1 }), calendar).state).toBe(state)
          now = changes
        }
        expect(measureStands(every, checks, now, calendar)).toMatchObject({ state: 'late', changesAt: null })
      }),
    )
  })

  test('a word that it does not hold is broken on every day after, and words of later days change nothing before', () => {
    fc.assert(
      fc.property(ANY_RHYTHM, anySecond, anySecond, (every, a, b) => {
        const [first = a, second = b] = [a, b].sort(Temporal.Instant.compare)
        const checks = [check(first.toString(), false)]
        expect(measureStands(every, checks, second, calendar).state).toBe('broken')
        const both = [check(second.add({ seconds: 1 }).toString()), ...checks]
        expect(measureStands(every, both, second, calendar).state).toBe('broken')
      }),
    )
  })
})

describe('the check of a measure', () => {
  const pack = packSchema.parse({
    pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
    duties: { weekly: { says: 'W', every: 'week', owner: 'party/head', proof: { attest: 'Done' } } },
    measures: {
      passwords: {
        says: 'Passwords',
        held_by: 'party/firm',
        checked: { every: 'term', by: 'party/head', proof: ['report'] },
        clauses: ['X-001'],
      },
      own: { says: 'Own', held_by: 'kept' },
    },
  })

  test('is a calendar duty of whoever checks it; what nobody checks is none', () => {
    expect(dutiesIn(pack).map(([name]) => name)).toEqual(['weekly', 'measure/passwords'])
    expect(dutyIn(pack, 'measure/passwords')).toMatchObject({
      says: 'Check: Passwords',
      every: 'term',
      owner: 'party/head',
      clauses: ['X-001'],
    })
    expect(dutyIn(pack, 'measure/own')).toBeUndefined()
    expect(dutyIn(pack, 'weekly')).toBe(pack.duties.weekly)
  })

  test('is told from a duty of the pack by its name', () => {
    expect(measureOf('measure/passwords')).toBe('passwords')
    expect(measureOf('weekly')).toBeNull()
  })
})
