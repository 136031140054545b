import type { Actor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { tellReporter } from './tell-reporter.ts'

/** A message in the conversation with a reporter. Who writes decides its direction: a handler to, a receipt's holder from. */
export async function writeMessage(tx: Tx, actor: Actor, input: { concernId: string; body: string }): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'policy_version_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  const direction = actor.kind === 'anonymous' ? 'from_reporter' : 'to_reporter'
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.concern_message')
    .values({
      organisation_id: actor.organisationId,
      concern_id: concern.id,
      id,
      direction,
      author_id: actor.kind === 'person' ? actor.personId : null,
      body: input.body,
      written_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: `concern.message.${direction}`,
    subject: { kind: 'concern', id: concern.id },
    policyVersionId: concern.policy_version_id,
    details: { message: id, body: input.body },
  })
  if (direction === 'from_reporter') await enqueue(tx, 'concern_message', { concernId: concern.id })
  else await tellReporter(tx, concern.id, id)
}
