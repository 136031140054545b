import { expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packType } from '#pack/types/pack.ts'
import { reviewDueOn } from './review-date.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const pack = (more: object) =>
  packType.parse({
    pack: { name: 'oak', policy: 'L', title: 'T', language: 'en' },
    documents: { policy: { says: 'P', kind: 'policy', review: { every: 'year' }, ...more } },
  })
const due = (more: object, approved: string | null = null) =>
  reviewDueOn(
    pack(more),
    { approved: approved === null ? null : day(approved), published: day('2026-09-04') },
    schoolCalendar(),
  )?.toString()

test('a version that came with an old approval is reviewed when it says, or counted from that approval', () => {
  expect(due({})).toBe('2027-09-04')
  expect(due({ approved_on: '2016-03-14' })).toBe('2017-03-14')
  expect(due({ approved_on: '2016-03-14', review_due: '2017-04-30' })).toBe('2017-04-30')
})

test('once the school approves a version itself, its review is counted from then', () => {
  expect(due({ approved_on: '2016-03-14', review_due: '2017-04-30' }, '2026-11-20')).toBe('2027-11-20')
})
