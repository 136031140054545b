import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { shownCounts } from '#core/small-numbers.ts'
import { afterLength, firstSecond } from '../../time/due.ts'
import { lengthOf } from '../../time/read.ts'
import type { Assent, AssentItem } from '../../types/assent.ts'

/** The answers to a survey without names, counted: no answer is kept, and nothing says which belong together. */
export interface SurveyCounts {
  readonly answered: number
  /** By statement, then by answer. */
  readonly items: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** What may be answered to a statement of a survey, in the order in which it is shown. */
export function choicesOf(item: AssentItem): readonly string[] {
  if (item.answer === 'scale') return ['1', '2', '3', '4', '5']
  return item.answer === 'yes_no' ? ['yes', 'no'] : []
}

/** The counts with one more set of answers. What the survey does not ask, and what is no answer to it, is not counted. */
export function counted(
  counts: SurveyCounts,
  assent: Assent,
  answers: Readonly<Record<string, string | number | boolean>>,
): SurveyCounts {
  const items: Record<string, Record<string, number>> = {}
  for (const item of assent.items) {
    const own = { ...counts.items[item.id] }
    const said = choiceOf(answers[item.id])
    if (said !== null && choicesOf(item).includes(said)) own[said] = (own[said] ?? 0) + 1
    items[item.id] = own
  }
  return { answered: counts.answered + 1, items }
}

function choiceOf(answer: string | number | boolean | undefined): string | null {
  if (answer === undefined) return null
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
}

/** One statement of a survey as it may be shown; null is a number that is too small, or would tell what everybody said. */
export interface ShownItem {
  readonly id: string
  readonly cells: readonly { readonly choice: string; readonly count: number | null }[]
  readonly unanswered: number | null
}

/**
 * What a survey came to at one school. Who has answered is known, so two things are hidden that may be said of incidents:
 * everything where too few answered, and everything where all of them answered alike.
 */
export function shownSurvey(assent: Assent, counts: SurveyCounts): readonly ShownItem[] {
  return assent.items.map((item) => {
    const choices = choicesOf(item)
    const own = choices.map((choice) => counts.items[item.id]?.[choice] ?? 0)
    const rest = Math.max(0, counts.answered - own.reduce((sum, count) => sum + count, 0))
    const all = [...own, rest]
    const shown = shownCounts(all)
    const alike = all.filter((count) => count > 0).length < 2
    const hidden = alike || shown.total === null
    const cell = (at: number): number | null => (hidden ? null : (shown.cells[at] ?? null))
    return {
      id: item.id,
      cells: choices.map((choice, at) => ({ choice, count: cell(at) })),
      unanswered: cell(choices.length),
    }
  })
}

/** When the last answers of a round are taken; null for what is not a survey without names, or never comes round. */
export function closesAt(assent: Assent, startsOn: string | null, calendar: SchoolCalendar): Temporal.Instant | null {
  if (assent.anonymous !== true || assent.open_for === undefined || startsOn === null) return null
  return afterLength(lengthOf(assent.open_for), firstSecond(Temporal.PlainDate.from(startsOn), calendar), calendar).at
}
