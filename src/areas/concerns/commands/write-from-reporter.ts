import type { AnonymousActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { writeMessage } from './write-message.ts'

/** A reporter writes more. The same words again within ten minutes are a reload of the page, not a second message. */
export async function writeFromReporter(
  tx: Tx,
  actor: AnonymousActor & { readonly concernId: string },
  body: string,
): Promise<void> {
  const same = await tx
    .selectFrom('app.concern_message')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('concern_id', '=', actor.concernId)
    .where('direction', '=', 'from_reporter')
    .where('body', '=', body)
    .where('written_at', '>', nowIn(tx).subtract({ minutes: 10 }).toString())
    .limit(1)
    .executeTakeFirst()
  if (same === undefined) await writeMessage(tx, actor, { concernId: actor.concernId, body })
}
