import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { wallsOf } from '../queries/walls-of.ts'
import { type HandlerLeft, handlersLeft } from './handlers-left.ts'
import { assertHandles, lockForWalls, setAgain } from './set-again.ts'

export interface WallOff {
  readonly recordId: string
  readonly personId: string
  readonly reason: string
}

/**
 * Keeps somebody from a record because they have an interest of their own in it. Everybody declares it of themselves; of
 * somebody else, whoever handles the record says it.
 * @returns who handles it now: whoever the policy lets stand in is among them.
 * @throws Refused when nobody would be left to handle it, or it has been said already.
 */
export async function wallOff(tx: Tx, actor: PersonActor, input: WallOff): Promise<readonly HandlerLeft[]> {
  const { record, policy } = await lockForWalls(tx, actor, input.recordId)
  if (input.personId !== actor.personId) await assertHandles(tx, policy, actor, record)
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('record.wall.no_reason', 'Say what their interest in the case is.')
  const left = await asSystem(tx, async () => {
    if ((await wallsOf(tx, record.id)).includes(input.personId))
      throw new Refused('record.wall.again', 'A wall stands for this person already.')
    await raise(tx, actor, { ...input, reason })
    await setAgain(tx, policy, record)
    const others = await handlersLeft(tx, policy, record.id)
    // Thrown, so that nothing of it stands: a case without anybody to handle it is worse than a conflict that is known.
    if (others.length === 0)
      throw new Refused(
        'record.wall.nobody_left',
        'Nobody else could handle it then. Appoint somebody to a post that may, or to one that stands in, first.',
      )
    return others
  })
  recordEvent(tx, {
    code: `${record.kind}.walled_off`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { person: input.personId, reason, handlers: left.map((one) => one.personId) },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  return left
}

async function raise(tx: Tx, actor: PersonActor, { recordId, personId, reason }: WallOff): Promise<void> {
  const own = { organisation_id: actor.organisationId, record_id: recordId, person_id: personId }
  const known = await tx
    .selectFrom('app.person')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (known === undefined) throw new NotFound('record.wall.person')
  await tx
    .insertInto('app.record_wall')
    .values({ ...own, because: 'conflict' })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'record_id', 'person_id'])
        .doUpdateSet({ lifted_at: null, because: 'conflict' }),
    )
    .execute()
  await tx
    .insertInto('app.record_conflict')
    .values({ ...own, id: newId(contextOf(tx).clock), reason, set_by: actor.personId, set_at: nowText(tx) })
    .execute()
}
