import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { unpackReading } from '../import/keep-reading.ts'
import type { RosterReading } from '../import/types.ts'
import { assertMayImport } from './own-posts.ts'

/** An upload that waits, for the person who sent it. */
export async function heldUpload(
  tx: Tx,
  actor: PersonActor,
  id: string,
): Promise<{ name: string; reading: RosterReading }> {
  await assertMayImport(tx)
  const row = await tx
    .selectFrom('app.roster_upload')
    .select(['name', 'reading'])
    .where('organisation_id', '=', actor.organisationId)
    .where('uploaded_by', '=', actor.personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('roster.upload.missing')
  return { name: row.name, reading: await unpackReading(row.reading) }
}
