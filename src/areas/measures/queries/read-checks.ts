import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { StoredCheck } from '../known.ts'

const columns = [
  'id',
  'measure',
  'school_id',
  'checked_at',
  'holds',
  'proof',
  'said',
  'as_set',
  'checked_by',
  'party',
  'stands_in',
] as const

/** The last word on every measure at every school, by `<measure> <school>`. One query. */
export async function lastChecks(tx: Tx): Promise<ReadonlyMap<string, StoredCheck>> {
  const rows = await tx
    .selectFrom('app.measure_check')
    .distinctOn(['measure', 'school_id'])
    .select(columns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('measure')
    .orderBy('school_id')
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [`${row.measure} ${row.school_id}`, checkOf(row)]))
}

const MOST = 100

/** Every word on one measure, the newest first. */
export async function historyOf(tx: Tx, measure: string): Promise<StoredCheck[]> {
  const rows = await tx
    .selectFrom('app.measure_check')
    .select(columns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('measure', '=', measure)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(checkOf)
}

interface Row {
  readonly id: string
  readonly measure: string
  readonly school_id: string
  readonly checked_at: string
  readonly holds: boolean
  readonly proof: string
  readonly said: string
  readonly as_set: unknown
  readonly checked_by: string
  readonly party: string
  readonly stands_in: boolean
}

const checkOf = (row: Row): StoredCheck => ({
  id: row.id,
  measure: row.measure,
  schoolId: row.school_id,
  at: Temporal.Instant.from(row.checked_at),
  holds: row.holds,
  proof: row.proof,
  said: row.said,
  asSet: textsOf(row.as_set),
  by: row.checked_by,
  party: row.party,
  standsIn: row.stands_in,
})

const textsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
    : {}
