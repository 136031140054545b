import type { Audience } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { contentOf } from './read-revision.ts'

/** Where a draft stands on its way to a version. */
export type DraftStage = 'editing' | 'consulting' | 'approving' | 'approved' | 'published' | 'set_aside'

/** A draft with the pack of its newest revision, or of the one that was asked for. */
export interface PolicyDraft {
  readonly id: string
  readonly title: string
  /** `version/3`, `pack/village-primary`, `document/policy.docx`, `blank` or `file`. */
  readonly beganFrom: string
  /** The version that was in force when it was begun. */
  readonly baseVersionId: string | null
  readonly stage: DraftStage
  /** The newest revision; `pack` is its content. */
  readonly revision: number
  readonly pack: Pack
  readonly hash: Buffer
  /** What others are asked about, in consultation and for approval. */
  readonly offeredRevision: number | null
  readonly material: boolean | null
  readonly changeNote: string
  readonly consultAudiences: readonly Audience[]
  readonly consultUntil: Temporal.PlainDate | null
  readonly inForceOn: Temporal.PlainDate | null
  readonly whyEnded: string
  readonly createdBy: string | null
  readonly createdAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
}

const COLUMNS = [
  'id',
  'title',
  'began_from',
  'base_version_id',
  'stage',
  'revision',
  'material',
  'change_note',
  'consult_audiences',
  'consult_until',
  'offered_revision',
  'in_force_on',
  'why_ended',
  'created_by',
  'created_at',
  'changed_at',
] as const

/**
 * Reads a draft with its newest revision; with `lock`, no one else changes it until the transaction ends.
 * @throws NotFound for whoever may not read it: row policies decide.
 */
export async function readDraft(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<PolicyDraft> {
  const query = tx
    .selectFrom('app.policy_draft')
    .select(COLUMNS)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new NotFound('policy.draft.missing')
  // Whoever is only asked about a draft reads what was offered to them, not what its keepers have done since.
  const content =
    (await contentOf(tx, id, row.revision)) ??
    (row.offered_revision === null ? null : await contentOf(tx, id, row.offered_revision))
  if (content === null) throw new NotFound('policy.draft.missing')
  return {
    id: row.id,
    title: row.title,
    beganFrom: row.began_from,
    baseVersionId: row.base_version_id,
    stage: stageOf(row.stage),
    revision: content.number,
    pack: content.pack,
    hash: content.hash,
    offeredRevision: row.offered_revision,
    material: row.material,
    changeNote: row.change_note,
    consultAudiences: row.consult_audiences.filter(isAudience),
    consultUntil: dateOf(row.consult_until),
    inForceOn: dateOf(row.in_force_on),
    whyEnded: row.why_ended,
    createdBy: row.created_by,
    createdAt: Temporal.Instant.from(row.created_at),
    changedAt: Temporal.Instant.from(row.changed_at),
  }
}

const STAGES: readonly DraftStage[] = ['editing', 'consulting', 'approving', 'approved', 'published', 'set_aside']
const AUDIENCES: readonly string[] = ['staff', 'pupil', 'parent', 'governor', 'visitor']

/** A stage as the database says it. */
export function stageOf(said: string): DraftStage {
  const stage = STAGES.find((one) => one === said)
  if (stage === undefined) throw new TypeError(`a draft at no stage: ${said}`)
  return stage
}

const isAudience = (said: string): said is Audience => AUDIENCES.includes(said)
const dateOf = (date: string | null): Temporal.PlainDate | null =>
  date === null ? null : Temporal.PlainDate.from(date)
