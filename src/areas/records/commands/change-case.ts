import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { addPeople, moveCase, removePeople } from '#pack/engines/flow/case.ts'
import type { Fault } from '#pack/engines/flow/checks.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { carryOut } from '../effects/carry-out.ts'
import { flowContext } from '../flow-context.ts'
import { letInByStep } from '../let-in.ts'
import type { NewPerson } from '../people.ts'
import { inPart, keepPeople } from '../people.ts'
import { assertAlters } from '../queries/for-step-only.ts'
import { loadRun, saveTaken } from '../run-store.ts'
import { applySight } from '../sight.ts'
import type { LockedRecord } from './take-step.ts'
import { lockRecord } from './take-step.ts'

/**
 * Names more people in a case. Whoever is kept out of it is walled at once; in a case about the head the circle changes with it.
 * @throws Forbidden, as the others here, for whoever is let in for one step alone.
 */
export async function addCasePeople(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; people: readonly NewPerson[] },
): Promise<Taken | Fault> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  await assertAlters(tx, policy, actor, { ...record, openedBy: record.opened_by })
  const run = await loadRun(tx, record.id)
  const change = { by: actor.personId, at: nowText(tx), reason: 'named' }
  const context = await flowContext(tx, policy, record)
  const taken = addPeople(policy.pack, run, input.people.map(inPart), change, context)
  if (!taken.ok) return taken
  await keep(tx, policy, record, taken)
  recordEvent(tx, {
    code: `${record.kind}.people_added`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { people: input.people },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  return taken
}

/**
 * Takes somebody out who was named by mistake. Their branch of the chart is left, and what was recorded in it stays to be
 * seen; the wall of somebody who was kept out comes down.
 */
export async function removeCasePerson(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; person: NewPerson; reason: string },
): Promise<Taken | Fault> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  await assertAlters(tx, policy, actor, { ...record, openedBy: record.opened_by })
  const run = await loadRun(tx, record.id)
  const change = { by: actor.personId, at: nowText(tx), reason: input.reason }
  const context = await flowContext(tx, policy, record)
  const taken = removePeople(policy.pack, run, [inPart(input.person)], change, context)
  if (!taken.ok) return taken
  await keep(tx, policy, record, taken)
  recordEvent(tx, {
    code: `${record.kind}.person_removed`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    details: { person: input.person, reason: input.reason },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  return taken
}

const keep = (tx: Tx, policy: PolicyInForce, record: LockedRecord, taken: Taken): Promise<void> =>
  asSystem(tx, async () => {
    await saveTaken(tx, policy, record.id, taken)
    await keepPeople(tx, policy, record, taken.events)
    await letInByStep(tx, policy, record, taken)
    await carryOut(tx, policy, record, taken)
    await applySight(tx, policy, record.id)
  })

/** Moves a case to another chart of the policy, keeping everything that was done. */
export async function moveRecord(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; to: `flow/${string}`; reason: string },
): Promise<Taken | Fault> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  await assertAlters(tx, policy, actor, { ...record, openedBy: record.opened_by })
  const run = await loadRun(tx, record.id)
  const change = { by: actor.personId, at: nowText(tx), reason: input.reason }
  const taken = moveCase(policy.pack, run, input.to, change, await flowContext(tx, policy, record))
  if (!taken.ok) return taken
  await keep(tx, policy, record, taken)
  const flow = policy.pack.flows[input.to.slice('flow/'.length)]
  recordEvent(tx, {
    code: `${record.kind}.moved`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    clauses: flow?.clauses ?? [],
    details: { to: input.to, reason: input.reason },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  return taken
}
