import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { actingAs } from '../acting-as.ts'
import { endOfRecord } from '../effects/end-of-record.ts'
import { endSteps } from './end-record.ts'
import { lockAny } from './lock-any.ts'

/**
 * Marks a record as one that holds no longer, with the reason. It stays, with everything in it: nothing is deleted.
 * @throws Forbidden when the pack does not name the actor as one who handles records of this kind; Refused without a reason.
 */
export async function voidRecord(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; reason: string },
): Promise<void> {
  const record = await lockAny(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  if (
    !mayVoid(
      policy.pack,
      record.kind,
      await actingAs(tx, policy, actor.personId, { ...record, openedBy: record.opened_by }),
    )
  )
    throw new Forbidden(`${record.kind}.void`)
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('record.void.no_reason', 'Say why it holds no longer.')
  if (record.state === 'voided') throw new Refused('record.void.again', 'This has been voided already.')
  await endSteps(tx, record.id, 'voided')
  // What it brought about holds no longer either.
  await asSystem(tx, () => endOfRecord(tx, policy, record))
  await asSystem(tx, () =>
    tx
      .updateTable('app.record_detail')
      .set({ void_reason: reason })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', record.id)
      .execute(),
  )
  recordEvent(tx, {
    code: `${record.kind}.voided`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { reason, was: record.state },
  })
  // What people told before it became this case has an end too, and another area writes it.
  if (record.kind === 'incident') await enqueue(tx, 'concern_case_over', { recordId: record.id })
  await refreshSoon(tx)
}

/** Whether somebody with these parties may void a record: those whom the pack says handle its kind, and who stand in for them. */
export function mayVoid(pack: Pack, kind: string, parties: readonly string[]): boolean {
  return pack.records[kind]?.handled_by !== undefined && parties.includes('handler')
}
