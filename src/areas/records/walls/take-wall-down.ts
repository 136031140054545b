import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assertHandles, lockForWalls, setAgain } from './set-again.ts'

/**
 * Takes down a wall that stood for a conflict of interest, with the reason. Whoever is also named in the case in a part that
 * is kept out stays behind theirs.
 */
export async function takeWallDown(
  tx: Tx,
  actor: PersonActor,
  input: { readonly recordId: string; readonly conflictId: string; readonly reason: string },
): Promise<void> {
  const { record, policy } = await lockForWalls(tx, actor, input.recordId)
  await assertHandles(tx, policy, actor, record)
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('record.wall.no_reason', 'Say why the wall comes down.')
  const personId = await asSystem(tx, async () => {
    const conflict = await tx
      .updateTable('app.record_conflict')
      .set({ lifted_by: actor.personId, lifted_at: nowText(tx), lift_reason: reason })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', record.id)
      .where('id', '=', input.conflictId)
      .where('lifted_at', 'is', null)
      .returning('person_id')
      .executeTakeFirstOrThrow(() => new NotFound('record.wall.missing'))
    await tx
      .updateTable('app.record_wall')
      .set({ lifted_at: nowText(tx) })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', record.id)
      .where('person_id', '=', conflict.person_id)
      .where('because', '=', 'conflict')
      .execute()
    // Named as well: their wall goes up again at once, and within this transaction nobody saw it down.
    await setAgain(tx, policy, record)
    return conflict.person_id
  })
  recordEvent(tx, {
    code: `${record.kind}.wall_taken_down`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { person: personId, reason },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
}
