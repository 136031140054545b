import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import { type Actor, personOf } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { StepInput, Taken } from '#pack/engines/flow/answer.ts'
import { answerStep } from '#pack/engines/flow/answer.ts'
import { type Fault, fault } from '#pack/engines/flow/checks.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { actingAs } from '../acting-as.ts'
import { keepHeard } from '../contacts/heard-by-step.ts'
import { owedWords } from '../contacts/owed.ts'
import { keepTold, readyTold, type ToldAtStep } from '../contacts/told-by-step.ts'
import { carryOut } from '../effects/carry-out.ts'
import { endOnEvents } from '../effects/end-on-events.ts'
import { flowContext } from '../flow-context.ts'
import { setCase } from '../kept-out.ts'
import { letInByStep } from '../let-in.ts'
import { noteInLog } from '../log.ts'
import { keepPeople } from '../people.ts'
import { evidenceAtHand } from '../queries/evidence-at-hand.ts'
import { leavesAppeal } from '../queries/leaves-appeal.ts'
import { unfinishedAfter } from '../queries/origin.ts'
import { loadRun, saveTaken } from '../run-store.ts'
import { applySight } from '../sight.ts'
import { endRecord } from './close-record.ts'

export type TakeStep = Omit<StepInput, 'by' | 'at' | 'told'> & {
  readonly recordId: string
  /** Who was told with it, now or before, or not and why. */
  readonly told?: readonly ToldAtStep[]
}

/**
 * Takes one step of a record as somebody of its circle: an answer, a done, a not needed, a correction, a voice.
 * @returns the engine's fault with a sentence for the page, when the step cannot be taken so.
 * @throws NotFound when the actor may not see the record; Refused when it is closed.
 */
export async function takeStep(tx: Tx, actor: Actor, input: TakeStep): Promise<Taken | Fault> {
  const { recordId, told: said = [], ...step } = input
  const record = await lockRecord(tx, actor, recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  const run = await loadRun(tx, recordId)
  // Whoever takes a step may be let in for it alone: what is in evidence is judged as it is.
  const evidence = await asSystem(tx, () => evidenceAtHand(tx, policy.pack, record))
  const context = { ...(await flowContext(tx, policy, record)), evidence }
  const person = personOf(actor)
  const parties = person === null ? [] : await actingAs(tx, policy, person, { ...record, openedBy: record.opened_by })
  if (person !== null && 'voice' in step.does && (await leavesAppeal(tx, policy, record, step.step, person)))
    return fault('not_theirs', 'You have had a part in this case, so somebody else hears the appeal.')
  const { told, lines } = await readyTold(tx, record, step.step, said)
  const taken = answerStep(policy.pack, run, { ...step, told, by: { person, parties }, at: nowText(tx) }, context)
  if (!taken.ok) return taken
  await asSystem(tx, async () => {
    await saveTaken(tx, policy, recordId, taken)
    await noteInLog(tx, policy, record.id, taken.events)
    await keepPeople(tx, policy, record, taken.events)
    await setCase(tx, policy, record)
    await letInByStep(tx, policy, record, taken)
    await carryOut(tx, policy, record, taken)
    await endOnEvents(tx, record, taken.events)
    await applySight(tx, policy, record.id)
  })
  for (const event of taken.events) {
    recordEvent(tx, {
      code: `${record.kind}.${event.kind}`,
      subject: { kind: 'record', id: recordId },
      recordId,
      policyVersionId: policy.id,
      clauses: 'stepId' in event ? clausesOf(policy.pack, event.chart, event.stepId) : [],
      details: { ...event },
    })
  }
  await keepTold(tx, policy, record, taken, lines, person, context.children ?? [])
  await keepHeard(tx, policy, record, taken, person)
  await enqueue(tx, 'record_moment', { recordId, moment: 'changed' })
  await refreshSoon(tx)
  // The last step of the record is its closing: nobody has to close it a second time.
  if (taken.ended && !(await asSystem(tx, () => isHeldUp(tx, policy, record, taken))))
    await endRecord(tx, record, policy, taken.outcomes.join(', '))
  return taken
}

// Something that follows from it is not carried out, or somebody is still to be told.
async function isHeldUp(tx: Tx, policy: PolicyInForce, record: LockedRecord, { run }: Taken): Promise<boolean> {
  if ((await unfinishedAfter(tx, record.id)).length > 0) return true
  const context = await flowContext(tx, policy, record)
  return (await owedWords(tx, policy, record.id, run, context)).length > 0
}

/** Locks a record that the actor may see and that is open. */
export async function lockRecord(tx: Tx, actor: Actor, recordId: string) {
  const record = await tx
    .selectFrom('app.record')
    .select([
      'id',
      'kind',
      'reference',
      'school_id',
      'circle',
      'state',
      'policy_version_id',
      'files_locked',
      'opened_by',
      'category',
    ])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', recordId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  if (record.state !== 'open')
    throw new Refused('record.step.from.closed', 'This case is closed. Nothing more can be recorded in it.')
  await assertUnlocked(tx, recordId)
  return record
}

// A step may lock the whole record: nothing more is recorded in it until a correction of that step takes the lock back.
async function assertUnlocked(tx: Tx, recordId: string): Promise<void> {
  const lock = await tx
    .selectFrom('app.lasting_effect')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('does', '=', 'lock')
    .where('target', '=', 'record')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (lock !== undefined) throw new Refused('record.locked', 'A step has locked this record.')
}

export type LockedRecord = Awaited<ReturnType<typeof lockRecord>>

/** The clauses that a step of a chart keeps. */
function clausesOf(
  pack: {
    flows: Record<string, { steps: Record<string, { clauses: readonly string[] }> }>
    records: Record<string, { steps: Record<string, { clauses: readonly string[] }> }>
  },
  chart: string,
  stepId: string,
): readonly string[] {
  const [kind, id = ''] = chart.split('/')
  const steps = kind === 'flow' ? pack.flows[id]?.steps : pack.records[id]?.steps
  return steps?.[stepId]?.clauses ?? []
}
