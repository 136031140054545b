import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { reopenCase } from '#pack/engines/flow/case.ts'
import type { Fault } from '#pack/engines/flow/checks.ts'
import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { actingAs } from '../acting-as.ts'
import { carryOut } from '../effects/carry-out.ts'
import { flowContext } from '../flow-context.ts'
import { letInByStep } from '../let-in.ts'
import { loadRun, saveTaken } from '../run-store.ts'
import { applySight } from '../sight.ts'
import { lockAny } from './lock-any.ts'

/**
 * Opens a closed record again. It goes on at the step that the pack names, with its time from now; what was announced for
 * erasing is not erased, because its time begins anew when it is closed.
 * @throws Forbidden for whoever the pack does not let; Refused when it is not closed.
 */
export async function reopenRecord(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; reason: string },
): Promise<Taken | Fault> {
  const record = await lockAny(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  const parties = await actingAs(tx, policy, actor.personId, { ...record, openedBy: record.opened_by })
  if (!mayReopen(policy.pack, record.kind, parties)) throw new Forbidden(`${record.kind}.reopen`)
  if (record.state !== 'closed') throw new Refused('record.reopen.not_closed', 'Only what is closed is opened again.')
  const change = { by: actor.personId, at: nowText(tx), reason: input.reason.trim() }
  const context = await flowContext(tx, policy, record)
  const taken = reopenCase(policy.pack, await loadRun(tx, record.id), change, context)
  if (!taken.ok) return taken
  await asSystem(tx, async () => {
    await openAgain(tx, actor, record.id)
    await saveTaken(tx, policy, record.id, taken)
    await letInByStep(tx, policy, record, taken)
    await carryOut(tx, policy, record, taken)
    await applySight(tx, policy, record.id)
  })
  recordEvent(tx, {
    code: `${record.kind}.reopened`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { reason: change.reason },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  await refreshSoon(tx)
  return taken
}

/** Whether somebody with these parties may open a closed record of a kind again: whom the pack names, or whoever handles it. */
export function mayReopen(pack: Pack, kind: string, parties: readonly string[]): boolean {
  const reopening = pack.records[kind]?.reopening
  return reopening !== undefined && membersOf(reopening.by ?? 'handler').some((party) => parties.includes(party))
}

async function openAgain(tx: Tx, actor: PersonActor, recordId: string): Promise<void> {
  await tx
    .updateTable('app.record')
    .set({ state: 'open', closed_at: null })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', recordId)
    .execute()
  await tx
    .deleteFrom('app.record_expiry')
    .where('organisation_id', '=', actor.organisationId)
    .where('record_id', '=', recordId)
    .execute()
}
