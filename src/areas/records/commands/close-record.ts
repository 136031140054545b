import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { openMandatory } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { owedWords } from '../contacts/owed.ts'
import { endOfRecord } from '../effects/end-of-record.ts'
import { flowContext } from '../flow-context.ts'
import { assertAlters } from '../queries/for-step-only.ts'
import { unfinishedAfter } from '../queries/origin.ts'
import { loadRun } from '../run-store.ts'
import { endSteps } from './end-record.ts'
import type { LockedRecord } from './take-step.ts'
import { lockRecord } from './take-step.ts'

/**
 * Closes a record.
 * @throws Refused while a mandatory step stands open, something that follows from it is not carried out, or the parents of a
 * child who was named later are not told: the refusal names it.
 */
export async function closeRecord(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; outcome: string },
): Promise<void> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  await assertAlters(tx, policy, actor, { ...record, openedBy: record.opened_by })
  const run = await loadRun(tx, record.id)
  const context = await flowContext(tx, policy, record)
  const [open] = openMandatory(policy.pack, run, context)
  if (open !== undefined)
    throw new Refused(
      'record.close.open_step',
      `This cannot be closed yet. Still to do: ${textOf(open.title ?? open.says)}.`,
    )
  const [waits] = await asSystem(tx, () => unfinishedAfter(tx, record.id))
  if (waits !== undefined)
    throw new Refused(
      'record.close.unfinished',
      `This cannot be closed yet. What follows from it is not carried out: ${waits.title}.`,
    )
  const [owed] = await asSystem(tx, () => owedWords(tx, policy, record.id, run, context))
  if (owed !== undefined)
    throw new Refused(
      'record.close.untold',
      `This cannot be closed yet. Write down when they were told, or why not: ${owed}.`,
    )
  await endRecord(tx, record, policy, input.outcome)
}

/** Ends a record that may be ended: nothing more can be recorded in it. */
export async function endRecord(tx: Tx, record: LockedRecord, policy: PolicyInForce, outcome: string): Promise<void> {
  await endSteps(tx, record.id, 'closed')
  await asSystem(tx, () => endOfRecord(tx, policy, record))
  recordEvent(tx, {
    code: `${record.kind}.closed`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { outcome },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'closed' })
  await refreshSoon(tx)
}
