import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { assent as assentType } from '../../types/assent.ts'
import { closesAt, counted, shownSurvey } from './survey.ts'

const survey = assentType.parse({
  says: 'Questions',
  about: 'self',
  for: 'party/staff',
  asked: { of: 'self' },
  items: [
    { id: 'safe', says: 'How safe is it?', answer: 'scale', required: false },
    { id: 'known', says: 'Do you know whom to tell?', answer: 'yes_no', required: false },
  ],
  ways: ['link'],
  asked_on: [{ every: 'school year', due: '1 September' }],
  basis: 'information',
  silence: 'nothing',
  lasts: 'one occasion',
  anonymous: true,
  open_for: '4 weeks',
})
const sumOf = (answers: readonly Record<string, number | boolean>[]) =>
  answers.reduce((counts, one) => counted(counts, survey, one), { answered: 0, items: {} })

describe('a survey without names', () => {
  test('is only counted, and what it does not ask is left out', () => {
    expect(
      sumOf([
        { safe: 4, known: true },
        { safe: 4, other: 1 },
        { safe: 9, known: false },
      ]),
    ).toEqual({
      answered: 3,
      items: { safe: { 4: 2 }, known: { yes: 1, no: 1 } },
    })
  })

  test('shows nothing of a school where few answered, or where all answered alike', () => {
    const hidden = [null, null, null, null, null]
    const [few] = shownSurvey(survey, sumOf([{ safe: 1 }, { safe: 2 }, { safe: 3 }]))
    expect([few?.cells.map((cell) => cell.count), few?.unanswered]).toEqual([hidden, null])
    const [alike] = shownSurvey(survey, sumOf(Array.from({ length: 12 }, () => ({ safe: 5 }))))
    expect(alike?.cells.map((cell) => cell.count)).toEqual(hidden)
    const [some] = shownSurvey(survey, sumOf([1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 3, 2, 2].map((safe) => ({ safe }))))
    expect(some?.cells.map((cell) => cell.count)).toEqual([6, null, null, 0, 5])
  })

  test('comes to the same in whatever order the answers came', () => {
    const answer = fc.record({ safe: fc.integer({ min: 1, max: 5 }), known: fc.boolean() })
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        expect(sumOf(answers)).toEqual(sumOf(answers.toReversed()))
      }),
    )
  })

  test('is over when its weeks are', () => {
    const calendar = schoolCalendar()
    expect(closesAt(survey, '2026-09-01', calendar)?.toString()).toBe('2026-09-29T22:59:59Z')
    expect(closesAt(survey, null, calendar)).toBeNull()
  })
})
