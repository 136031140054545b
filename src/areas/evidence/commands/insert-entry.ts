import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { Entry } from '../model/entry.ts'

/** An entry as it is written. */
export type NewEntry = Pick<Entry, 'kind' | 'at' | 'from' | 'to' | 'fields'> & {
  readonly recordId: string
  readonly evidenceId: string | null
}

/** Writes an entry down. Runs as the system. */
export async function insertEntry(tx: Tx, actor: PersonActor, entry: NewEntry): Promise<string> {
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.evidence_entry')
    .values({
      organisation_id: actor.organisationId,
      id,
      record_id: entry.recordId,
      evidence_id: entry.evidenceId,
      kind: entry.kind,
      at: entry.at.toString(),
      noted_at: nowText(tx),
      noted_by: actor.personId,
      from_person_id: entry.from?.personId ?? null,
      from_words: entry.from?.words ?? null,
      to_person_id: entry.to?.personId ?? null,
      to_words: entry.to?.words ?? null,
      fields: JSON.stringify(entry.fields),
    })
    .execute()
  return id
}
