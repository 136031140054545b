import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, beforeLength, lastSecond } from '../../time/due.ts'
import { type At, readLocal } from '../../time/local.ts'
import { lengthOf } from '../../time/read.ts'
import type { Pack } from '../../types/pack.ts'
import { allFieldsOf } from '../../types/parts.ts'
import type { RecordKind } from '../../types/record.ts'
import type { Verdict } from '../judge.ts'
import type { DueDuty, Happened } from './duty-due.ts'
import { dutiesFromDate } from './duty-due.ts'

/** What is known of a record when its dates are worked out. */
export interface DatedRecord {
  readonly id: string
  readonly kind: string
  readonly subject: string
  /** Its fields, those of its steps too, as they are stored: `2026-10-23`, `2026-10-23T16:00` in the school's own time. */
  readonly fields: Readonly<Record<string, unknown>>
  /** When it was opened and closed, and when each step was taken. */
  readonly moments: Readonly<Record<string, string>>
}

/** The dates of a record that are known, by the name that a duty begins from. */
export function datesOfRecord(pack: Pack, record: DatedRecord, calendar: SchoolCalendar): ReadonlyMap<string, At> {
  const kind = pack.records[record.kind]
  const dates = new Map<string, At>()
  if (kind === undefined) return dates
  for (const [moment, at] of Object.entries(record.moments))
    dates.set(moment, { at: Temporal.Instant.from(at), wholeDay: false })
  for (const field of allFieldsOf(pack, record.kind, kind)) {
    const at = field.type === 'date' || field.type === 'datetime' ? readLocal(record.fields[field.id], calendar) : null
    if (at !== null) dates.set(field.id, at)
  }
  // A date may rest on one that stands after it.
  for (let left = [...kind.dates], before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length
    left = left.filter((date) => {
      const from = dates.get(date.from)
      if (from !== undefined) dates.set(date.id, { at: dateOf(date, from.at, calendar), wholeDay: false })
      return from === undefined
    })
  }
  return dates
}

/**
 * The duties that begin from the dates of a record. `judge` decides `unless`: only a certain yes releases. A date that is
 * changed makes a duty of another key.
 */
export function dutiesOfRecord(
  pack: Pack,
  record: DatedRecord,
  calendar: SchoolCalendar,
  judge: (expression: string) => Verdict,
): DueDuty[] {
  return [...datesOfRecord(pack, record, calendar)].flatMap(([part, { at, wholeDay }]) => {
    const happened: Happened = {
      event: `record/${record.kind}#${part}`,
      id: `${record.id}:${at.toString()}`,
      at: at.toString(),
      subjects: [record.subject],
    }
    return dutiesFromDate(pack, happened, calendar, record.fields).flatMap((due) => {
      const duty = pack.duties[due.duty.slice('duty/'.length)]
      if (duty?.unless !== undefined && judge(duty.unless) === 'yes') return []
      const ownDay = wholeDay && duty !== undefined && 'from' in duty && duty.within === undefined
      return [ownDay ? { ...due, due: lastSecond(localDay(at, calendar), calendar).toString() } : due]
    })
  })
}

/** The duties that begin from some date of this kind of record. */
export const dutiesFromRecord = (pack: Pack, kind: string): string[] =>
  Object.entries(pack.duties).flatMap(([id, duty]) =>
    'from' in duty && duty.from.startsWith(`record/${kind}#`) ? [id] : [],
  )

const localDay = (at: Temporal.Instant, { zone }: SchoolCalendar): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

function dateOf(date: RecordKind['dates'][number], from: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant {
  if ('from_then' in date) return from
  return 'after' in date
    ? afterLength(lengthOf(date.after), from, calendar).at
    : beforeLength(lengthOf(date.before), from, calendar)
}
