import { sayFullDate } from '#core/calendar/say-date.ts'
import type { ShownCounts } from '#core/small-numbers.ts'
import { notRecorded, sayNumber } from './say-review.ts'
import type { Review, ReviewTable } from './types.ts'
import { STATES } from './types.ts'

/** One figure of the review, as a line of a file. */
export interface ReviewRow {
  readonly part: string
  readonly what: string
  readonly column: string
  readonly value: string | number
}

/** The whole review as lines: what is not shown on the page is not in the file either. */
export const reviewRows = (review: Review): ReviewRow[] => [
  row('Period', 'From', '', sayFullDate(review.from)),
  row('Period', 'To', '', sayFullDate(review.to)),
  row('Period', 'Made on', '', sayFullDate(review.today)),
  ...review.versions.map((version) =>
    row('Versions', `Version ${version.number}`, version.approval ?? 'Approval not recorded', version.note),
  ),
  ...review.sections.flatMap((section) =>
    STATES.map((state) => row('Promises today', section.title, state, section.counts[state])),
  ),
  ...review.open.map((one) =>
    row('Late or broken today', one.clause, one.state, one.since === null ? '' : sayFullDate(one.since)),
  ),
  ...review.duties.flatMap((duty) => [
    row('Duties', duty.says, 'in time', duty.inTime),
    row('Duties', duty.says, 'late', duty.late),
    row('Duties', duty.says, 'missed', duty.missed),
    row('Duties', duty.says, 'not done yet', duty.open),
  ]),
  ...tables('Duties in cases', review, review.caseDuties),
  ...review.agreements.flatMap(({ says, shown }) => counts('Agreements today', says, ANSWERS, shown)),
  ...tables('Incidents', review, review.incidents),
  ...tables('Concerns', review, review.concerns),
  ...review.waits.flatMap(({ school, rows }) =>
    rows.flatMap(({ what, cells }) =>
      review.thirds.map((third, at) => row(`How long it took at ${school}`, what, third.says, cells[at] ?? '')),
    ),
  ),
  ...review.comments.flatMap(({ draft, audiences, shown }) => counts('Comments', draft, audiences, shown)),
  ...notRecorded(review).map((sentence) => row('Not recorded', sentence, '', '')),
]

const ANSWERS = ['answered', 'waiting', 'not agreed']

const row = (part: string, what: string, column: string, value: string | number): ReviewRow => ({
  part,
  what,
  column,
  value,
})

const counts = (part: string, what: string, names: readonly string[], shown: ShownCounts): ReviewRow[] => [
  ...names.map((name, at) => row(part, what, name, sayNumber(shown.cells[at] ?? null))),
  row(part, what, 'all', sayNumber(shown.total)),
]

const tables = (part: string, { thirds }: Review, all: readonly ReviewTable[]): ReviewRow[] =>
  all.flatMap(({ school, names, shown }) => [
    ...names.flatMap((name, at) =>
      thirds.map((third, column) =>
        row(`${part} at ${school}`, name, third.says, sayNumber(shown.rows[at]?.cells[column] ?? null)),
      ),
    ),
    ...thirds.map((third, column) =>
      row(`${part} at ${school}`, 'All', third.says, sayNumber(shown.totals[column] ?? null)),
    ),
  ])
