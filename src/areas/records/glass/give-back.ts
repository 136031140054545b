import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { shutGlass } from './shut-glass.ts'

/**
 * Gives back, before its time, what somebody opened in an emergency: it is shut to them at once. Whoever looks at it still does.
 * @throws NotFound for everybody else; Refused when it is over already.
 */
export async function giveBackGlass(tx: Tx, actor: PersonActor, id: string): Promise<void> {
  const row = await tx
    .selectFrom('app.record_glass')
    .select(['id', 'record_id', 'until_at', 'ended_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirstOrThrow(() => new NotFound('record.glass.missing'))
  if (row.ended_at !== null || Temporal.Instant.compare(Temporal.Instant.from(row.until_at), nowIn(tx)) <= 0)
    throw new Refused('record.glass.over', 'It is shut to you already.')
  await asSystem(tx, async () => {
    await tx
      .updateTable('app.record_glass')
      .set({ ended_at: nowText(tx) })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', row.id)
      .execute()
    await shutGlass(tx, row.record_id, actor.personId)
  })
  recordEvent(tx, {
    code: 'record.glass_given_back',
    subject: { kind: 'record', id: row.record_id },
    recordId: row.record_id,
    details: { glass: row.id },
  })
}
