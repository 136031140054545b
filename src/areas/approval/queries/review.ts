import { readCalendar, readSchools } from '#areas/people/index.ts'
import { policyInForceOrNone, readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { reviewDueOn } from '../review-date.ts'
import { listVersions } from './versions.ts'

/** What was noted about the review of a version. */
export interface ReviewNote {
  readonly id: string
  readonly kind: 'sooner' | 'no_change'
  readonly event: string
  readonly reason: string
  readonly notedBy: string | null
  readonly notedAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
}

/** When the policy in force is to be reviewed, and why then. */
export interface ReviewStanding {
  readonly versionId: string
  readonly dueOn: Temporal.PlainDate | null
  /** What brought it forward since the last review; newest first. */
  readonly sooner: readonly ReviewNote[]
  readonly notes: readonly ReviewNote[]
  readonly today: Temporal.PlainDate
}

/** How the review of the policy in force stands; null while nothing is in force. */
export async function readReview(tx: Tx): Promise<ReviewStanding | null> {
  const policy = await policyInForceOrNone(tx)
  if (policy === null) return null
  const rows = await tx
    .selectFrom('app.policy_review')
    .select(['id', 'kind', 'event', 'reason', 'noted_by', 'noted_at', 'due_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('policy_version_id', '=', policy.id)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const notes = rows.map(
    (row): ReviewNote => ({
      id: row.id,
      kind: row.kind === 'sooner' ? 'sooner' : 'no_change',
      event: row.event,
      reason: row.reason,
      notedBy: row.noted_by,
      notedAt: Temporal.Instant.from(row.noted_at),
      dueOn: Temporal.PlainDate.from(row.due_on),
    }),
  )
  const reviewed = notes.findIndex((note) => note.kind === 'no_change')
  const sooner = notes.slice(0, reviewed < 0 ? notes.length : reviewed)
  const usual = reviewed < 0 ? await usualDay(tx, policy.id) : (notes[reviewed]?.dueOn ?? null)
  const { zone } = await readSettings(tx)
  return {
    versionId: policy.id,
    dueOn: earliest([usual, ...sooner.map((note) => note.dueOn)]),
    sooner,
    notes,
    today: nowIn(tx).toZonedDateTimeISO(zone).toPlainDate(),
  }
}

/** As the version says; one that came without a draft is counted from its own days. */
async function usualDay(tx: Tx, versionId: string): Promise<Temporal.PlainDate | null> {
  const version = (await listVersions(tx)).find((one) => one.id === versionId)
  if (version === undefined) return null
  if (version.reviewDueOn !== null) return version.reviewDueOn
  const policy = await policyInForceOrNone(tx)
  const [school] = await readSchools(tx)
  if (policy === null || school === undefined) return null
  const days = { approved: version.approvedOn, published: version.inForceOn }
  return reviewDueOn(policy.pack, days, await readCalendar(tx, school.id))
}

const earliest = (days: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate | null =>
  days.filter((day) => day !== null).sort(Temporal.PlainDate.compare)[0] ?? null
