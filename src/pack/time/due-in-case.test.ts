import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { beforeLength } from './due.ts'
import { dueInCase } from './due-in-case.ts'
import { lengthOf } from './read.ts'

const calendar = schoolCalendar({
  terms: [{ name: 'Autumn', start: '2026-09-02', end: '2026-12-18' }],
  closed: [{ name: 'Half term', start: '2026-10-26', end: '2026-10-30' }],
})
const since = Temporal.Instant.from('2026-10-22T08:30:00Z')
const fields = { notice: '2026-11-06', taken_at: '2026-10-21T15:00', blank: '' }
const due = (limit: Parameters<typeof dueInCase>[0]) => dueInCase(limit, since, fields, calendar)?.at.toString() ?? null

describe('the limit of something in a case', () => {
  test.each([
    ['24 h', '2026-10-23T08:30:00Z'],
    ['end of school day', '2026-10-22T16:00:00Z'],
    [{ policy_says: 'the end of the day', we_count: 'end of school day' }, '2026-10-22T16:00:00Z'],
    [{ until: 'notice' }, '2026-11-06T23:59:59Z'],
    [{ until: 'taken_at' }, '2026-10-21T14:00:00Z'],
    [{ for: '24 h', from: 'taken_at' }, '2026-10-22T14:00:00Z'],
    [{ for: '2 school days', from: 'taken_at' }, '2026-10-23T16:00:00Z'],
    [{ until: 'blank' }, null],
    [{ for: '24 h', from: 'nothing' }, null],
    [{ policy_says: 'soon' }, null],
  ] as const)('%j is due %s', (limit, at) => {
    expect(due(limit)).toBe(at)
  })

  test('a date before another is the end of that day, or exact in hours', () => {
    const at = Temporal.Instant.from('2026-11-06T12:00:00Z')
    const earlier = (length: string) => beforeLength(lengthOf(length), at, calendar).toString()
    expect([earlier('1 month'), earlier('5 school days'), earlier('2 h')]).toEqual([
      '2026-10-06T22:59:59Z',
      '2026-10-23T16:00:00Z',
      '2026-11-06T10:00:00Z',
    ])
  })
})
