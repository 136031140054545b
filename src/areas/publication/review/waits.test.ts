import { describe, expect, test } from 'vitest'
import { thirdsIn } from '#core/calendar/thirds.ts'
import type { ConcernWait } from '../queries/review-waits.ts'
import { waitFigures } from './waits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const thirds = thirdsIn(day('2025-09-01'), day('2026-08-31'), day('2026-11-22'))
const waits = (count: number, month: string, more: Partial<ConcernWait> = {}): ConcernWait[] =>
  Array.from({ length: count }, () => ({
    schoolId: 's',
    month,
    wantsAnswer: true,
    acknowledged: 2,
    taken: 3000,
    answered: null,
    finished: null,
    ...more,
  }))
const figures = (all: ConcernWait[]) => waitFigures(all, [{ id: 's', name: 'Larkbeck' }], thirds)[0]?.rows

describe('how long those waited who told us', () => {
  test('is said for half of them and nine in ten, by third of a school year', () => {
    const given = [
      ...waits(9, '2025-10', { answered: 80_000, finished: 170_000 }),
      ...waits(3, '2025-10', { taken: 90_000 }),
      ...waits(6, '2026-02'),
    ]
    expect(figures(given)).toEqual([
      {
        what: 'Acknowledged',
        cells: ['nine in ten within 5 minutes', 'nine in ten within 5 minutes', 'none'],
      },
      {
        what: 'Taken by somebody',
        cells: ['half within an hour, nine in ten within 3 days', 'nine in ten within an hour', 'none'],
      },
      {
        what: 'Answered, where an answer was wanted',
        cells: ['half within a day, nine in ten not yet', 'nine in ten not yet', 'none'],
      },
      {
        what: 'Closing answer, where an answer was wanted',
        cells: ['half within 3 days, nine in ten not yet', 'nine in ten not yet', 'none'],
      },
    ])
  })

  test('is not said of four, nor of whoever wanted no answer', () => {
    const rows = figures([...waits(4, '2025-10'), ...waits(6, '2026-02', { wantsAnswer: false, answered: 5 })])
    expect(rows?.map((row) => row.cells)).toEqual([
      ['too few to say', 'nine in ten within 5 minutes', 'none'],
      ['too few to say', 'nine in ten within an hour', 'none'],
      ['too few to say', 'none', 'none'],
      ['too few to say', 'none', 'none'],
    ])
  })
})
