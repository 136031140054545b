import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ProgressStep } from './apply-import.ts'

/** How an upload stands. */
export type UploadState = 'waiting' | 'running' | 'done' | 'failed'

export interface UploadNote {
  readonly state?: UploadState
  readonly progress?: ProgressStep
  /** How it ended, in a sentence. */
  readonly said?: string
}

/** Notes how an upload goes, for its sender. One that is done needs its reading no longer. */
export async function noteUpload(tx: Tx, actor: PersonActor, id: string, note: UploadNote): Promise<void> {
  const { state, progress, said } = note
  await tx
    .updateTable('app.roster_upload')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(progress === undefined ? {} : { progress: JSON.stringify(progress) }),
      ...(said === undefined ? {} : { said }),
      ...(state === 'done' ? { reading: Buffer.alloc(0) } : {}),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('uploaded_by', '=', actor.personId)
    .where('id', '=', id)
    .execute()
}
