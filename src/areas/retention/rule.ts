import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { datesOfRecord } from '#pack/engines/duties/record-dates.ts'
import { afterLength } from '#pack/time/due.ts'
import { printLength } from '#pack/time/print.ts'
import { keepOf } from '#pack/time/read.ts'
import type { Pack } from '#pack/types/pack.ts'

/** What is known of a record when its time is worked out. */
export interface KeptRecord {
  readonly id: string
  readonly kind: string
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant
  readonly fields: Readonly<Record<string, unknown>>
  /** When the last of its people left the school; null while one of them is there, or when nobody is named. */
  readonly left: Temporal.PlainDate | null
}

/** The rule of the pack for a kind of record, in words; null when the pack names none, or keeps it for ever. */
export function ruleOf(pack: Pack, kind: string): { readonly says: string; readonly after: string } | null {
  const keep = pack.records[kind]?.keep
  const known = keep === undefined ? null : keepOf(keep)
  return known === null
    ? null
    : { says: `${printLength(known.length)} after ${sayAfter(known.after)}`, after: known.after }
}

const AFTER: Readonly<Record<string, string>> = {
  end: 'it was closed',
  closed: 'it was closed',
  opened: 'it was opened',
  'person.left': 'everybody in it has left',
}
const sayAfter = (after: string): string => AFTER[after] ?? `“${after.replaceAll('_', ' ')}”`

/** The day on which the time of a closed record is over; null when nobody can tell yet. */
export function expiryOf(pack: Pack, record: KeptRecord, calendar: SchoolCalendar): Temporal.PlainDate | null {
  const keep = pack.records[record.kind]?.keep
  const known = keep === undefined ? null : keepOf(keep)
  if (known === null) return null
  const from = fromOf(pack, record, known.after, calendar)
  if (from === null) return null
  return afterLength(known.length, from, calendar).at.toZonedDateTimeISO(calendar.zone).toPlainDate()
}

function fromOf(pack: Pack, record: KeptRecord, after: string, calendar: SchoolCalendar): Temporal.Instant | null {
  if (after === 'end' || after === 'closed') return record.closedAt
  if (after === 'opened') return record.openedAt
  if (after === 'person.left')
    return record.left === null ? null : record.left.toZonedDateTime({ timeZone: calendar.zone }).toInstant()
  const { id, kind, fields } = record
  const dates = datesOfRecord(pack, { id, kind, subject: '', fields, moments: {} }, calendar)
  return dates.get(after)?.at ?? null
}
