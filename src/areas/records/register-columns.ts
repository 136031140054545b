import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import { type EntrySource, saySource } from './entries/seeded.ts'
import { sayValue } from './forms/field-view.ts'
import { entryFields, formFields } from './forms/form-fields.ts'
import type { RecordRow } from './queries/list-records.ts'

/** A column of a register: its head, and what stands in it for an entry. */
export interface RegisterColumn {
  readonly title: string
  readonly value: (row: RecordRow) => string
}

/** What the columns say beside the fields: whom and what the fields point at, the school's zone. */
export interface ColumnContext {
  readonly policy: PolicyInForce
  readonly named: ReadonlyMap<string, string>
  readonly zone: string
  /** Where entries come from, where the policy brings some along. */
  readonly sources: ReadonlyMap<string, EntrySource>
}

const FEW = 4

/** The columns that the pack gives a register; without any, its first fields. */
export function columnsOf(kind: string, context: ColumnContext): RegisterColumn[] {
  const record = context.policy.pack.records[kind]
  const declared = (record?.columns ?? []).map((column) => ({ title: textOf(column.says), shows: column.shows }))
  const usual = formFields(context.policy.pack, kind)
    .slice(0, FEW)
    .map((field) => ({ title: textOf(field.asks), shows: [field.id] }))
  return (declared.length > 0 ? declared : usual)
    .filter(({ shows }) => !shows.every((one) => one === 'state' || one === 'reference'))
    .map(({ title, shows }) => ({
      title,
      value: (row) =>
        shows
          .map((one) => cellOf(kind, row, one, context))
          .filter(Boolean)
          .join('; '),
    }))
}

function cellOf(kind: string, row: RecordRow, shows: string, { policy, named, zone, sources }: ColumnContext): string {
  if (shows === 'people') return row.people ?? ''
  if (shows === 'opened_at') return sayFullInstant(row.openedAt, zone)
  if (shows === 'opened_by') return row.openedBy === null ? '' : (named.get(row.openedBy) ?? 'Somebody')
  if (shows === 'reference') return row.reference
  if (shows === 'source') return saySource(sources.get(row.id))
  if (shows === 'state') return sayState(row)
  const field = entryFields(policy.pack, kind).find((one) => one.id === shows)
  return field === undefined ? plain(row.fields[shows]) : sayValue(policy.pack, field, row.fields[shows], named)
}

const plain = (value: unknown): string =>
  Array.isArray(value) ? value.join('; ') : typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** How an entry stands, in a word or two. */
export const sayState = (row: Pick<RecordRow, 'state' | 'step'>): string =>
  row.state === 'voided' ? 'Void' : row.state === 'closed' ? 'Closed' : (row.step ?? 'Open')
