import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { type DraftStage, stageOf } from './read-draft.ts'

/** A draft as a list shows it. */
export interface DraftLine {
  readonly id: string
  readonly title: string
  readonly beganFrom: string
  readonly stage: DraftStage
  readonly revision: number
  readonly inForceOn: Temporal.PlainDate | null
  readonly changedAt: Temporal.Instant
}

const MOST = 200

/** The drafts that the person who acts may read, last changed first. */
export async function listDrafts(tx: Tx, stages?: readonly DraftStage[]): Promise<DraftLine[]> {
  const all = tx
    .selectFrom('app.policy_draft')
    .select(['id', 'title', 'began_from', 'stage', 'revision', 'in_force_on', 'changed_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
  const rows = await (stages === undefined ? all : all.where('stage', 'in', [...stages]))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    beganFrom: row.began_from,
    stage: stageOf(row.stage),
    revision: row.revision,
    inForceOn: row.in_force_on === null ? null : Temporal.PlainDate.from(row.in_force_on),
    changedAt: Temporal.Instant.from(row.changed_at),
  }))
}
