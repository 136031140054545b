import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What is said of a version when it is published. */
export interface VersionLine {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly inForceOn: Temporal.PlainDate
  /** The day before the next one holds; null for the version in force. */
  readonly until: Temporal.PlainDate | null
  readonly material: boolean | null
  readonly note: string
  readonly approvedOn: Temporal.PlainDate | null
  readonly approvedBy: string | null
  readonly minute: string | null
  readonly reviewDueOn: Temporal.PlainDate | null
  readonly draftId: string | null
  readonly publishedAt: Temporal.Instant
}

const dateOf = (date: string | null): Temporal.PlainDate | null =>
  date === null ? null : Temporal.PlainDate.from(date)

/** Every version, the newest first. An organisation has a few in its life. */
export async function listVersions(tx: Tx): Promise<VersionLine[]> {
  const rows = await tx
    .selectFrom('app.policy_version')
    .select(['id', 'number', 'title', 'in_force_on', 'material', 'note', 'approved_on', 'approved_by', 'minute'])
    .select(['review_due_on', 'draft_id', 'published_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('number', 'desc')
    .limit(500)
    .execute()
  return rows.map((row, index) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    inForceOn: Temporal.PlainDate.from(row.in_force_on),
    until: untilOf(rows[index - 1]?.in_force_on),
    material: row.material,
    note: row.note,
    approvedOn: dateOf(row.approved_on),
    approvedBy: row.approved_by,
    minute: row.minute,
    reviewDueOn: dateOf(row.review_due_on),
    draftId: row.draft_id,
    publishedAt: Temporal.Instant.from(row.published_at),
  }))
}

const untilOf = (next: string | undefined): Temporal.PlainDate | null =>
  next === undefined ? null : Temporal.PlainDate.from(next).subtract({ days: 1 })
