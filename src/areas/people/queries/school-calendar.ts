import type { DayRange, SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The terms, days off and clock of a school; with no terms entered, weekdays are inferred. */
export async function readCalendar(tx: Tx, schoolId: string): Promise<SchoolCalendar> {
  const organisationId = contextOf(tx).actor.organisationId
  const terms = await tx
    .selectFrom('app.term as t')
    .innerJoin('app.organisation as o', 'o.organisation_id', 't.organisation_id')
    .select(['t.title', 't.starts_on', 't.ends_on', 't.days_off', 'o.zone'])
    .where('t.organisation_id', '=', organisationId)
    .where('t.school_id', '=', schoolId)
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  const [first] = terms
  return schoolCalendar({
    terms: terms.map((term) => ({ name: term.title, start: term.starts_on, end: term.ends_on })),
    closed: terms.flatMap((term) => (Array.isArray(term.days_off) ? term.days_off.flatMap(readRange) : [])),
    ...(first === undefined ? {} : { zone: first.zone }),
  })
}

function readRange(value: unknown): DayRange[] {
  if (typeof value !== 'object' || value === null) return []
  const { name, start, end } = value as Partial<DayRange>
  return typeof name === 'string' && typeof start === 'string' && typeof end === 'string' ? [{ name, start, end }] : []
}
