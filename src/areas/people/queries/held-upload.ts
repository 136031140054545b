import { z } from 'zod'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ProgressStep } from '../commands/apply-import.ts'
import { unpackReading } from '../import/keep-reading.ts'
import type { RosterReading } from '../import/types.ts'
import { assertMayImport } from './own-posts.ts'

/** How an upload stands, as its sender sees it. */
export interface UploadStanding {
  readonly name: string
  readonly state: string
  readonly progress: ProgressStep | null
  readonly said: string
}

const progressShape = z.object({
  stage: z.enum(['reading', 'planning', 'joiners', 'changes', 'class members']),
  done: z.number(),
  of: z.number(),
})

/** How an upload of this person stands. */
export async function uploadStanding(tx: Tx, actor: PersonActor, id: string): Promise<UploadStanding> {
  await assertMayImport(tx)
  const row = await ownUpload(tx, actor, id).select(['name', 'state', 'progress', 'said']).executeTakeFirst()
  if (row === undefined) throw new NotFound('roster.upload.missing')
  return { ...row, progress: progressShape.safeParse(row.progress).data ?? null }
}

/** An upload that has not been carried out, for the person who sent it. */
export async function heldUpload(
  tx: Tx,
  actor: PersonActor,
  id: string,
): Promise<{ name: string; state: string; reading: RosterReading }> {
  await assertMayImport(tx)
  const row = await ownUpload(tx, actor, id)
    .select(['name', 'state', 'reading'])
    .where('state', '<>', 'done')
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('roster.upload.missing')
  return { name: row.name, state: row.state, reading: await unpackReading(row.reading) }
}

const ownUpload = (tx: Tx, actor: PersonActor, id: string) =>
  tx
    .selectFrom('app.roster_upload')
    .where('organisation_id', '=', actor.organisationId)
    .where('uploaded_by', '=', actor.personId)
    .where('id', '=', id)
