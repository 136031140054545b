import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { heldUpload } from '../queries/held-upload.ts'
import { changeListHash } from './apply-import.ts'
import { dropUploads } from './hold-upload.ts'
import { importReading } from './import-roster.ts'

export interface ApproveUpload {
  readonly id: string
  readonly skipFaultyRows: boolean
  /** The hash of the changes that the person has seen. */
  readonly seen: string
}

/**
 * Does what an upload would do, if that is still what its sender saw.
 * @returns whether it was done, and the plan: done, or as it stands now.
 */
export async function approveUpload(
  tx: Tx,
  actor: PersonActor,
  input: ApproveUpload,
): Promise<{ done: boolean; plan: ImportPlan }> {
  const { reading } = await heldUpload(tx, actor, input.id)
  const plan = await importReading(tx, actor, reading, {
    dryRun: false,
    skipFaultyRows: input.skipFaultyRows,
    approved: input.seen,
  })
  const done = plan.blocked === null && changeListHash(plan) === input.seen
  if (done) await dropUploads(tx, actor)
  return { done, plan }
}
