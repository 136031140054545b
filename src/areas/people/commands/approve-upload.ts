import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { heldUpload } from '../queries/held-upload.ts'
import { changeListHash } from './apply-import.ts'
import { dropUploads } from './hold-upload.ts'
import { importReading } from './import-roster.ts'
import { noteUpload } from './note-upload.ts'

export interface ApproveUpload {
  readonly id: string
  readonly skipFaultyRows: boolean
  /** The hash of the changes that the person has seen. */
  readonly seen: string
}

/** Up to so many people somebody waits for at the page: about a second. */
const AT_ONCE = 2000

/**
 * Does what an upload would do, if that is still what its sender saw; a large one is queued.
 * @returns how it went, and the plan: done, or as it stands now.
 */
export async function approveUpload(
  tx: Tx,
  actor: PersonActor,
  input: ApproveUpload,
): Promise<{ outcome: 'done' | 'queued' | 'changed'; plan: ImportPlan }> {
  const { reading, state } = await heldUpload(tx, actor, input.id)
  const { skipFaultyRows, seen } = input
  const plan = await importReading(tx, actor, reading, { dryRun: true, skipFaultyRows })
  if (plan.blocked !== null || changeListHash(plan) !== seen) return { outcome: 'changed', plan }
  // Sent twice: the first is on its way.
  if (state === 'running') return { outcome: 'queued', plan }
  if (plan.joiners.length + plan.leavers.length + plan.changes.length > AT_ONCE) {
    await noteUpload(tx, actor, input.id, { state: 'running' })
    await enqueue(tx, 'import_people', { personId: actor.personId, uploadId: input.id, skipFaultyRows, seen })
    return { outcome: 'queued', plan }
  }
  await importReading(tx, actor, reading, { dryRun: false, skipFaultyRows })
  await dropUploads(tx, actor)
  return { outcome: 'done', plan }
}
