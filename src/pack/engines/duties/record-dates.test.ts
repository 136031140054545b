import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import type { Verdict } from '../judge.ts'
import { countingMoments } from './moments.ts'
import { datesOfRecord, dutiesFromRecord, dutiesOfRecord } from './record-dates.ts'

const duty = (more: object) => ({ says: 'D', owner: 'party/head', proof: { attest: 'Done' }, ...more })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  records: {
    breach: {
      says: 'Breach',
      fields: [
        { id: 'aware_at', asks: 'When?', type: 'datetime' },
        { id: 'back_on', asks: 'Back on?', type: 'date' },
      ],
      dates: [
        { id: 'last', from: 'second', after: '1 h' },
        { id: 'second', from: 'closed', after: '1 week' },
        { id: 'not_ours', from: 'aware_at', from_then: 'It is no longer our cost' },
      ],
    },
  },
  duties: {
    notify: duty({ from: 'record/breach#aware_at', within: '72 h', unless: "answers.risk == 'yes'" }),
    bring_back: duty({ from: 'record/breach#back_on' }),
    recheck: duty({ from: 'record/breach#last', within: '1 h' }),
    other: duty({ from: 'record/loan#due_back', within: '1 h' }),
  },
})
const calendar = schoolCalendar({
  terms: [{ name: 'Autumn', start: '2026-09-02', end: '2026-12-18' }],
  closed: [{ name: 'Half term', start: '2026-10-26', end: '2026-10-30' }],
})
const record = { id: 'r1', kind: 'breach', subject: 's1', fields: {}, moments: { opened: '2026-10-23T16:00:00Z' } }
const unknown = (): Verdict => 'unknown'
const due = (fields: object, moments: object = {}, judge: () => Verdict = unknown) =>
  dutiesOfRecord(
    pack,
    { ...record, fields: { ...fields }, moments: { ...record.moments, ...moments } },
    calendar,
    judge,
  ).map((one) => `${one.duty} ${one.due}`)

describe('the dates of a record', () => {
  test('72 hours are exact over a weekend, a holiday and the change of the clocks', () => {
    expect(due({ aware_at: '2026-10-23T16:00' })).toEqual(['duty/notify 2026-10-26T15:00:00Z'])
    expect(due({ aware_at: '2026-11-06T22:30' })).toEqual(['duty/notify 2026-11-09T22:30:00Z'])
  })

  test('what is due on a day is due when the day ends', () => {
    expect(due({ back_on: '2026-10-23' })).toEqual(['duty/bring_back 2026-10-23T22:59:59Z'])
  })

  test('one rests on another, whichever stands first, and begins nothing before that is known', () => {
    expect(due({})).toEqual([])
    expect(due({}, { closed: '2026-11-02T10:00:00Z' })).toEqual(['duty/recheck 2026-11-10T01:59:59Z'])
  })

  test('only a certain yes releases', () => {
    const aware = { aware_at: '2026-10-23T16:00' }
    expect(due(aware, {}, () => 'yes')).toEqual([])
    expect(due(aware, {}, () => 'no')).toHaveLength(1)
  })

  test('what is no date is none', () => {
    expect([...datesOfRecord(pack, { ...record, fields: { aware_at: 'soon', back_on: 3 } }, calendar).keys()]).toEqual([
      'opened',
    ])
  })

  test('a changed date has another key, the same date the same', () => {
    const key = (aware: string) =>
      dutiesOfRecord(pack, { ...record, fields: { aware_at: aware } }, calendar, unknown)[0]?.key
    expect(key('2026-10-23T16:00')).toBe(key('2026-10-23T16:00'))
    expect(key('2026-10-23T16:00')).not.toBe(key('2026-10-23T15:00'))
  })

  test('the duties of a kind of record are known by their beginning', () => {
    expect(dutiesFromRecord(pack, 'breach')).toEqual(['notify', 'bring_back', 'recheck'])
  })
})

test('what holds from a moment on holds once that moment is known and has come, and nothing is due by it', () => {
  const holds = (fields: object, now: string) =>
    countingMoments(pack, { ...record, fields: { ...fields } }, calendar, Temporal.Instant.from(now)).map((one) => [
      one.id,
      one.at?.toString() ?? null,
      one.holds,
    ])
  expect(holds({}, '2026-10-24T00:00:00Z')).toEqual([['not_ours', null, false]])
  const known = { aware_at: '2026-10-23T16:00' }
  expect(holds(known, '2026-10-23T14:00:00Z')).toEqual([['not_ours', '2026-10-23T15:00:00Z', false]])
  expect(holds(known, '2026-10-24T00:00:00Z')).toEqual([['not_ours', '2026-10-23T15:00:00Z', true]])
})
