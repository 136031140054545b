import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { anyInstant } from '../../time/arbitrary.fixture.ts'
import { pack as packSchema } from '../../types/pack.ts'
import type { Verdict } from '../judge.ts'
import { dutiesFrom, dutiesFromDate, roundsOf } from './duty-due.ts'
import { dutyState, lateBy, lateSteps, needsReason, remindersBefore, remindersSince } from './late.ts'
import { shownAt } from './spread.ts'

const duty = (more: object) => ({ says: 'D', owner: 'party/head', proof: { attest: 'Done' }, ...more })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  duties: {
    leavers: duty({
      on: 'person.left',
      within: '24 h',
      late: [
        { at: 'due', notify: 'party/head' },
        { at: '1 day', needs: 'reason' },
      ],
    }),
    regulator: duty({ on: 'record/breach#opened', within: '72 h', unless: 'unlikely' }),
    loose: duty({ on: 'person.left', within: { policy_says: 'promptly' }, when: 'x' }),
    introduce: duty({ every: 'school year', due: '4 weeks after start of term', for_each: 'class' }),
    weekly: duty({ every: 'week' }),
    sample: duty({ every: { policy_says: 'regularly', we_count: '2 weeks' } }),
    back: duty({ from: 'record/loan#due_back', within: '1 day' }),
  },
})
const calendar = schoolCalendar({
  terms: [{ name: 'Autumn', start: '2026-09-02', end: '2026-12-18' }],
  closed: [],
})
const yes = (): Verdict => 'yes'
const left = (at: string) => ({ event: 'person.left', id: 'leaver-1', at, subjects: ['kim'] })

describe('duties from an event', () => {
  test('are due by the exact hour, also over a weekend, with an owner and a key of their own', () => {
    const [first] = dutiesFrom(pack, left('2026-11-27T16:00:00Z'), calendar, yes)
    expect(first).toEqual({
      duty: 'duty/leavers',
      key: 'duty/leavers|leaver-1|kim',
      subject: 'kim',
      owner: 'party/head',
      from: '2026-11-27T16:00:00Z',
      due: '2026-11-28T16:00:00Z',
      inferred: false,
    })
  })

  test('without the school’s number are open and never late', () => {
    const [, loose] = dutiesFrom(pack, left('2026-11-27T16:00:00Z'), calendar, yes)
    expect(loose).toMatchObject({ duty: 'duty/loose', due: null })
    expect(dutyState(null, null, Temporal.Instant.from('2030-01-01T00:00:00Z'))).toBe('open')
  })

  test.each([
    ['yes', 0],
    ['no', 1],
    ['unknown', 1],
  ] as const)('with an “unless” that is %s there are %i: only certainty releases', (verdict, count) => {
    const breach = { event: 'record/breach#opened', id: 'b', at: '2026-11-27T16:00:00Z', subjects: [null] }
    expect(dutiesFrom(pack, breach, calendar, () => verdict)).toHaveLength(count)
  })

  test('from a date of a record', () => {
    const date = { event: 'record/loan#due_back', id: 'l', at: '2026-11-27T16:00:00Z', subjects: [null] }
    expect(dutiesFromDate(pack, date, calendar)[0]?.due).toBe('2026-11-28T23:59:59Z')
  })
})

describe('duties by the calendar', () => {
  const rounds = (ref: `duty/${string}`, since: string, until: string, subjects: (string | null)[] = [null]) =>
    roundsOf(pack, ref, { subjects, since, until }, calendar)

  test('one for each class, four weeks after the start of term, and none whose time had passed before', () => {
    const found = rounds('duty/introduce', '2026-08-01T00:00:00Z', '2026-10-01T00:00:00Z', ['5M', '6K'])
    expect(found.map((one) => [one.subject, one.due])).toEqual([
      ['5M', '2026-09-30T22:59:59Z'],
      ['6K', '2026-09-30T22:59:59Z'],
    ])
  })

  test('the week that is running is due too, from the day the school began', () => {
    const [first, second] = rounds('duty/weekly', '2026-11-25T09:00:00Z', '2026-12-05T00:00:00Z')
    expect(first).toMatchObject({
      key: 'duty/weekly|week:2026-11-23',
      from: '2026-11-25T09:00:00Z',
      due: '2026-11-27T17:00:00Z',
    })
    expect(second?.due).toBe('2026-12-04T17:00:00Z')
  })

  test('every two weeks, from the last time', () =>
    expect(rounds('duty/sample', '2026-11-02T09:00:00Z', '2026-12-05T00:00:00Z').map((one) => one.due)).toEqual([
      '2026-11-16T23:59:59Z',
      '2026-11-30T23:59:59Z',
    ]))

  test('from any moment of any year, no instance twice, none due before it begins', () =>
    fc.assert(
      fc.property(anyInstant, fc.constantFrom('duty/introduce', 'duty/weekly', 'duty/sample'), (since, ref) => {
        const until = since.add({ hours: 24 * 500 }).toString()
        const found = rounds(ref as `duty/${string}`, since.toString(), until)
        expect(found.length).toBeGreaterThan(0)
        expect(new Set(found.map((one) => one.key)).size).toBe(found.length)
        for (const one of found)
          expect(
            Temporal.Instant.compare(Temporal.Instant.from(one.due ?? ''), Temporal.Instant.from(one.from)),
          ).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    ))
})

describe('a check that nobody must foresee', () => {
  test('is shown on a school day of its round, whatever the chance', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), anyInstant, (chance, since) => {
        const until = since.add({ hours: 24 * 60 }).toString()
        const [round] = roundsOf(pack, 'duty/sample', { subjects: [null], since: since.toString(), until }, calendar)
        if (round === undefined || round.due === null) throw new Error('no round')
        const at = Temporal.Instant.from(shownAt(round, chance, calendar))
        expect(Temporal.Instant.compare(at, Temporal.Instant.from(round.from))).toBeGreaterThanOrEqual(0)
        expect(Temporal.Instant.compare(at, Temporal.Instant.from(round.due))).toBeLessThanOrEqual(0)
      }),
      { numRuns: 50 },
    ))
})

describe('late', () => {
  const late = pack.duties.leavers?.late ?? []
  const due = '2026-11-28T16:00:00Z'

  test('happens at its times, in order', () =>
    expect(lateSteps(late, due, calendar).map((one) => one.at)).toEqual([due, '2026-11-29T23:59:59Z']))

  test('stays visible after it is done, and wants its reason', () => {
    const now = Temporal.Instant.from('2026-12-01T00:00:00Z')
    expect(dutyState(due, null, now)).toBe('late')
    expect(dutyState(due, '2026-11-30T00:00:00Z', now)).toBe('done_late')
    expect(dutyState(due, '2026-11-28T15:00:00Z', now)).toBe('done')
    expect([needsReason(late, 'done_late'), needsReason(late, 'done')]).toEqual([true, false])
  })

  test('reminders go before, and never before it began', () =>
    expect(remindersBefore(['2 h', '1 day', '4 weeks'], due, '2026-11-27T10:00:00Z', calendar)).toEqual([
      '2026-11-27T16:00:00Z',
      '2026-11-28T14:00:00Z',
    ]))

  test('what of it has come by a moment is told apart from what is ahead; the due time itself is in time', () => {
    const by = (now: string) => {
      const { come, next } = lateBy(late, due, Temporal.Instant.from(now), calendar)
      return [come.map((one) => one.index), next?.toString() ?? null]
    }
    expect(by(due)).toEqual([[], due])
    expect(by('2026-11-28T16:00:01Z')).toEqual([[0], '2026-11-29T23:59:59Z'])
    expect(by('2026-11-30T00:00:00Z')).toEqual([[0, 1], null])
    expect(lateBy(late, null, Temporal.Instant.from(due), calendar)).toEqual({ come: [], next: null })
  })

  test('what is waited for is asked for again once in each period', () => {
    const since = '2026-11-20T09:00:00Z'
    const times = (remind: string, now: string) => remindersSince(remind, since, Temporal.Instant.from(now), calendar)
    expect(
      ['2026-11-27T12:00:00Z', '2026-11-28T01:00:00Z', '2026-12-06T01:00:00Z'].map((now) =>
        times('5 school days', now),
      ),
    ).toEqual([0, 1, 2])
    expect([times('2 h', '2026-11-20T10:59:00Z'), times('2 h', '2026-11-20T13:00:00Z')]).toEqual([0, 2])
  })
})
