import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { packReading } from '../import/keep-reading.ts'
import { knownIds } from '../import/known-ids.ts'
import { readRoster } from '../import/read-roster.ts'
import type { RosterFiles } from '../import/types.ts'
import { currentPeople } from '../queries/current-people.ts'
import { assertMayImport } from '../queries/own-posts.ts'

/** Reads an uploaded roster and holds the reading until its sender has seen what it would do. One at a time. */
export async function holdUpload(
  tx: Tx,
  actor: PersonActor,
  input: { readonly name: string; readonly files: RosterFiles },
): Promise<string> {
  await assertMayImport(tx)
  const current = await asSystem(tx, () => currentPeople(tx, actor))
  const reading = await readRoster(input.files, knownIds(current))
  await dropUploads(tx, actor)
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.roster_upload')
    .values({
      organisation_id: actor.organisationId,
      id,
      uploaded_by: actor.personId,
      uploaded_at: nowText(tx),
      name: input.name.slice(0, 200) || 'roster.zip',
      reading: await packReading(reading),
    })
    .execute()
  return id
}

/** Forgets what a person has uploaded: it has been used, or another one takes its place. */
export async function dropUploads(tx: Tx, actor: PersonActor): Promise<void> {
  await tx
    .deleteFrom('app.roster_upload')
    .where('organisation_id', '=', actor.organisationId)
    .where('uploaded_by', '=', actor.personId)
    .execute()
}
