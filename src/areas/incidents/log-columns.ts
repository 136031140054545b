import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { RecordRow } from '#areas/records/index.ts'
import { LOG_ACTIONS, LOG_REASONS, sayValue } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import { sayKind } from './kinds.ts'

/** A column of the log as a file and as paper have it. */
export interface LogColumn {
  readonly title: string
  readonly value: (row: RecordRow) => string
}

/** The policy's own columns, as its pack declares them. */
export const packColumns = (policy: PolicyInForce, zone: string): LogColumn[] =>
  (policy.pack.records.incident?.columns ?? []).map((column) => ({
    title: textOf(column.says),
    value: (row) =>
      column.shows
        .map((shows) => cellOf(policy, row, shows, zone))
        .filter(Boolean)
        .join('; '),
  }))

/** What the software knows of a case before the policy's columns, and behind them. */
export const caseColumns: readonly LogColumn[] = [
  { title: 'Case', value: (row) => row.reference },
  { title: 'What', value: (row) => row.title ?? '' },
]

/** How it stands, for a file. */
export const standingColumns = (policy: PolicyInForce, zone: string): LogColumn[] => [
  { title: 'Looks after it', value: (row) => row.has ?? '' },
  { title: 'Kind', value: (row) => sayKind(policy, row.category) },
  { title: 'Opened', value: (row) => sayFullInstant(row.openedAt, zone) },
  { title: 'Closed', value: (row) => (row.closedAt === null ? '' : sayFullInstant(row.closedAt, zone)) },
]

function cellOf(policy: PolicyInForce, row: RecordRow, shows: string, zone: string): string {
  if (shows === 'people') return row.people ?? ''
  if (shows === 'opened_at') return sayFullInstant(row.openedAt, zone)
  if (shows === 'actions') return linesOf(row.fields[LOG_ACTIONS])
  if (shows === 'reasons') return linesOf(row.fields[LOG_REASONS])
  const field = policy.pack.records.incident?.fields.find((one) => one.id === shows)
  const value = row.fields[shows]
  return field === undefined ? String(value ?? '') : sayValue(policy.pack, field, value)
}

const linesOf = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : '')
