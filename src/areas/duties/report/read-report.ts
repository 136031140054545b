import { readCalendar, readSchools } from '#areas/people/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Figures } from '#pack/engines/reports/figures.ts'
import { figuresOf } from '#pack/engines/reports/figures.ts'
import { occurrenceAt } from '#pack/time/occurrences.ts'
import { timeOf } from '#pack/time/read.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import type { DutyRow } from '../queries/read-duties.ts'
import { reportOf } from './content.ts'
import { readCounted } from './read-counted.ts'

/** A report as its duty shows it: the figures of the present period, or of the one in which it went out. */
export interface ReportOnPage {
  readonly title: string
  readonly anonymous: boolean
  readonly figures: readonly (Figures & { readonly since: Temporal.Instant })[]
}

/** The figures of the report that a duty makes; null when it makes none. */
export async function readReport(tx: Tx, row: DutyRow): Promise<ReportOnPage | null> {
  const report = reportOf(row.pack, row.asks)
  if (report === null) return null
  const until = row.doneAt ?? nowIn(tx)
  const [first] = row.schoolId === null ? (await readSchools(tx)).map((one) => one.id).sort() : [row.schoolId]
  const calendar = first === undefined ? schoolCalendar() : await readCalendar(tx, first)
  const figures: (Figures & { since: Temporal.Instant })[] = []
  for (const part of report.parts) {
    if (!('counts' in part)) continue
    // What is counted on ("2 weeks") has no calendar of its own: then the round of the duty is its period.
    const since = occurrenceAt(timeOf(part.over), until, calendar)?.starts ?? row.startsAt
    const counted = await asSystem(tx, () => readCounted(tx, part, { from: since, until, schoolId: row.schoolId }))
    figures.push({ ...figuresOf(row.pack, part, counted, report.anonymous), since })
  }
  return { title: textOf(report.says), anonymous: report.anonymous, figures }
}
