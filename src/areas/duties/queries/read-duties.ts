import type { Selectable } from 'kysely'
import { policyVersion } from '#areas/policy/index.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Duty } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { DB } from '#platform/database/schema.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { readKey } from '../key.ts'

/** One occurrence of a duty, with what its version of the policy says of it. */
export interface DutyRow {
  readonly id: string
  readonly duty: string
  readonly subject: string
  readonly title: string
  readonly party: string
  readonly schoolId: string | null
  readonly recordId: string | null
  readonly startsAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly state: 'open' | 'done' | 'not_needed' | 'missed'
  readonly doneAt: Temporal.Instant | null
  readonly doneBy: string | null
  readonly note: string | null
  readonly policyVersionId: string
  readonly pack: Pack
  /** Null when the version that it comes from cannot be read any more. */
  readonly asks: Duty | null
}

/** The columns of a row as these queries select them. */
export const dutyColumns = [
  'id',
  'duty',
  'key',
  'title',
  'party',
  'school_id',
  'record_id',
  'starts_at',
  'due_at',
  'state',
  'done_at',
  'done_by',
  'note',
  'policy_version_id',
] as const

type Stored = Selectable<Pick<DB['app.duty'], (typeof dutyColumns)[number]>>

/** Adds to stored rows what the policy says of them. */
export async function withPolicy(tx: Tx, rows: readonly Stored[]): Promise<DutyRow[]> {
  const found: DutyRow[] = []
  const packs = new Map<string, Pack>()
  for (const row of rows) {
    const key = `${row.policy_version_id} ${row.school_id}`
    const pack = packs.get(key) ?? (await policyVersion(tx, row.policy_version_id, row.school_id)).pack
    packs.set(key, pack)
    found.push({
      id: row.id,
      duty: row.duty,
      subject: readKey(row.key).subject,
      title: row.title,
      party: row.party,
      schoolId: row.school_id,
      recordId: row.record_id,
      startsAt: Temporal.Instant.from(row.starts_at),
      dueAt: Temporal.Instant.from(row.due_at),
      // The column's check holds it to these words.
      state: row.state as DutyRow['state'],
      doneAt: row.done_at === null ? null : Temporal.Instant.from(row.done_at),
      doneBy: row.done_by,
      note: row.note,
      policyVersionId: row.policy_version_id,
      pack,
      asks: dutyIn(pack, row.duty) ?? null,
    })
  }
  return found
}

/** When each of some duties was last done for the same subject, by `<duty> <subject>`. */
export async function readLastDone(tx: Tx, duties: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  if (duties.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.duty')
    .select(['duty', 'key', 'done_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'done')
    .where('duty', 'in', [...new Set(duties)])
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const last = new Map<string, Temporal.Instant>()
  for (const row of rows) {
    const key = `${row.duty} ${readKey(row.key).subject}`
    if (row.done_at !== null && !last.has(key)) last.set(key, Temporal.Instant.from(row.done_at))
  }
  return last
}

/** When somebody was first told that these duties are late. */
export async function readToldOfLate(tx: Tx, ids: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.ledger_entry')
    .select((eb) => ['subject_id', eb.fn.min('at').as('at')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('chain', '=', 'main')
    .where('code', '=', 'duty.late')
    .where('subject_id', 'in', [...ids])
    .groupBy('subject_id')
    .execute()
  return new Map(
    rows.flatMap((row) => (row.subject_id === null ? [] : [[row.subject_id, Temporal.Instant.from(row.at)]])),
  )
}
