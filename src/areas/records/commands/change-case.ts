import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { addPeople, moveCase } from '#pack/engines/flow/case.ts'
import type { Fault } from '#pack/engines/flow/checks.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { carryOut } from '../effects.ts'
import { flowContext } from '../flow-context.ts'
import { keptOut } from '../kept-out.ts'
import type { NewPerson } from '../people.ts'
import { insertPeople } from '../people.ts'
import { inParts, loadRun, saveTaken } from '../run-store.ts'
import type { LockedRecord } from './take-step.ts'
import { lockRecord } from './take-step.ts'

/** Names more people in a case. Whoever is kept out of it is walled at once; in a case about the head the circle changes with it. */
export async function addCasePeople(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; people: readonly NewPerson[] },
): Promise<Taken | Fault> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id)
  const run = await loadRun(tx, record.id)
  const change = { by: actor.personId, at: nowText(tx), reason: 'named' }
  const taken = addPeople(
    policy.pack,
    run,
    inParts(input.people),
    change,
    await flowContext(tx, policy, record.school_id),
  )
  if (!taken.ok) return taken
  const away = await keptOut(tx, policy, record.kind, input.people)
  await asSystem(tx, async () => {
    await insertPeople(tx, actor.organisationId, record.id, input.people, away.walled)
    await saveTaken(tx, policy, record.id, taken)
    await carryOut(tx, policy, record, taken)
    if (away.circle !== record.kind) await changeCircle(tx, record, away.circle)
  })
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

/** Moves a case to another chart of the policy, keeping everything that was done. */
export async function moveRecord(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; to: `flow/${string}`; reason: string },
): Promise<Taken | Fault> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id)
  const run = await loadRun(tx, record.id)
  const change = { by: actor.personId, at: nowText(tx), reason: input.reason }
  const taken = moveCase(policy.pack, run, input.to, change, await flowContext(tx, policy, record.school_id))
  if (!taken.ok) return taken
  await asSystem(tx, async () => {
    await saveTaken(tx, policy, record.id, taken)
    await carryOut(tx, policy, record, taken)
  })
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

async function changeCircle(tx: Tx, record: LockedRecord, circle: string): Promise<void> {
  await tx
    .updateTable('app.record')
    .set({ circle: `${circle}:${record.school_id}` })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', record.id)
    .execute()
}
