import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

/** A note between handlers. It stands in a table that a reporter's policies never reach. */
export async function writeNote(tx: Tx, actor: PersonActor, input: { concernId: string; body: string }): Promise<void> {
  await tx
    .selectFrom('app.concern')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  await tx
    .insertInto('app.concern_note')
    .values({
      organisation_id: actor.organisationId,
      concern_id: input.concernId,
      id: newId(contextOf(tx).clock),
      author_id: actor.personId,
      body: input.body,
      written_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: 'concern.noted',
    subject: { kind: 'concern', id: input.concernId },
    details: { body: input.body },
  })
}
