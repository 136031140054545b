import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** What is known of a version beside its text. */
export interface PublishedVersion {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly hash: string
  readonly publishedAt: Temporal.Instant
  readonly inForceOn: Temporal.PlainDate
  readonly note: string
  readonly material: boolean | null
  /** Who approved it, when, and where that stands written; null where it was not recorded. */
  readonly approvedBy: string | null
  readonly approvedOn: Temporal.PlainDate | null
  readonly minute: string | null
  readonly reviewDueOn: Temporal.PlainDate | null
}

/** Every version of the organisation, the newest first. A school has a few in its life. */
export async function publishedVersions(tx: Tx): Promise<PublishedVersion[]> {
  const rows = await tx
    .selectFrom('app.policy_version')
    .select(['id', 'number', 'title', 'content_hash', 'published_at', 'in_force_on', 'note', 'material'])
    .select(['approved_by', 'approved_on', 'minute', 'review_due_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    hash: row.content_hash.toString('hex'),
    publishedAt: Temporal.Instant.from(row.published_at),
    inForceOn: Temporal.PlainDate.from(row.in_force_on),
    note: row.note,
    material: row.material,
    approvedBy: row.approved_by,
    approvedOn: dayOf(row.approved_on),
    minute: row.minute,
    reviewDueOn: dayOf(row.review_due_on),
  }))
}

const MOST = 500

const dayOf = (text: string | null): Temporal.PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text))

/**
 * The version that was in force on a day.
 * @throws NotFound when none was.
 */
export function versionOn(versions: readonly PublishedVersion[], day: Temporal.PlainDate): PublishedVersion {
  const found = versions.find((version) => Temporal.PlainDate.compare(version.inForceOn, day) <= 0)
  if (found === undefined) throw new NotFound('policy.none_then')
  return found
}

/** Where the ledger holds that a version was published: the seal under which it stands for good. */
export interface PublishingSeal {
  readonly seq: number
  readonly hash: string
}

/** The ledger's entry of a publication. Anybody may know its number and hash: that is what they are for. */
export async function sealOf(tx: Tx, versionId: string): Promise<PublishingSeal | null> {
  const row = await asSystem(tx, () =>
    tx
      .selectFrom('app.ledger_entry')
      .select(['seq', 'hash'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('subject_kind', '=', 'policy_version')
      .where('subject_id', '=', versionId)
      .where('code', '=', 'policy.published')
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst(),
  )
  return row === undefined ? null : { seq: Number(row.seq), hash: row.hash.toString('hex') }
}
