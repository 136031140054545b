import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { kindWithoutFiles } from '#pack/engines/flow/files-never.ts'
import { writeForm } from '#pack/engines/flow/write-form.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { refusedAnswers } from '#pack/engines/refused-answers.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { actingAs } from '../acting-as.ts'
import { carryOut } from '../effects/carry-out.ts'
import { flowContext, recordValues } from '../flow-context.ts'
import { type Change, changesOf } from '../form/changes.ts'
import type { FieldValue } from '../forms/read-fields.ts'
import { setCase } from '../kept-out.ts'
import { letInByStep } from '../let-in.ts'
import { loadRun, saveTaken } from '../run-store.ts'
import { applySight } from '../sight.ts'
import { type LockedRecord, lockRecord } from './take-step.ts'

/** What is to stand in a record's form; null takes an answer out. */
export interface WriteFields {
  readonly recordId: string
  readonly fields: Readonly<Record<string, FieldValue | null>>
  /** Why something else stands there now; needed where something stood there before. */
  readonly reason?: string
}

/**
 * Adds answers to a record's own form, or puts them right, by whoever handles it. What stood there before stays in what
 * happened and in the ledger; steps that hang on it open or fall away; whoever is told of these fields is told again.
 * @throws Forbidden for whoever does not handle it; Refused for a field that the pack does not have, an answer that it does not
 * take, and something else without a reason.
 */
export async function writeFields(tx: Tx, actor: PersonActor, input: WriteFields): Promise<void> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  const mine = await actingAs(tx, policy, actor.personId, { ...record, openedBy: record.opened_by })
  if (!mine.includes('handler')) throw new Forbidden('record.form')
  const changes = changesOf(await recordValues(tx, record.id), input.fields)
  if (changes.length === 0) return
  assertFits(policy, record, input, changes)
  const was = await flowContext(tx, policy, record)
  const run = await loadRun(tx, record.id)
  await asSystem(tx, async () => {
    await putFields(tx, policy, record, changes)
    const taken = writeForm(
      policy.pack,
      run,
      {
        changes,
        by: actor.personId,
        at: nowText(tx),
        ...(input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }),
      },
      { was, now: await flowContext(tx, policy, record) },
    )
    await saveTaken(tx, policy, record.id, taken)
    await setCase(tx, policy, record)
    await letInByStep(tx, policy, record, taken)
    await carryOut(tx, policy, record, taken)
    await applySight(tx, policy, record.id)
  })
  noteWritten(tx, policy, record, input, changes)
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
  await refreshSoon(tx)
}

const fieldsOf = (policy: PolicyInForce, kind: string) => policy.pack.records[kind]?.fields ?? []

function assertFits(policy: PolicyInForce, record: LockedRecord, input: WriteFields, changes: readonly Change[]): void {
  const known = fieldsOf(policy, record.kind)
  const strange = changes.find((change) => !known.some((field) => field.id === change.field))
  if (strange !== undefined) throw new Refused('record.field.unknown', 'The policy asks no such thing here.')
  if (changes.some(({ was }) => was !== null) && (input.reason ?? '') === '')
    throw new Refused('record.field.reason', 'Say why something else stands there now.')
  const values = Object.fromEntries(changes.map(({ field, now }) => [field, now]))
  const judge = (expression: string) =>
    flowJudge(policy.pack, values)(expression, {
      chart: `record/${record.kind}`,
      answers: {},
      fields: {},
      people: [],
      branch: null,
    })
  const [refusal] = Object.values(refusedAnswers(known, values, judge))
  if (refusal !== undefined) throw new Refused('record.field.refused', refusal)
}

/** Writes the answers; the kind of a case follows the field that it was taken from. */
async function putFields(
  tx: Tx,
  policy: PolicyInForce,
  record: LockedRecord,
  changes: readonly Change[],
): Promise<void> {
  const { organisationId } = contextOf(tx).actor
  const now = Object.fromEntries(changes.flatMap((change) => (change.now === null ? [] : [[change.field, change.now]])))
  const gone = changes.filter((change) => change.now === null).map((change) => change.field)
  await tx
    .updateTable('app.record_detail')
    .set({ fields: sql<string>`(fields || ${JSON.stringify(now)}::jsonb) - ${gone}::text[]` })
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', record.id)
    .execute()
  const kind = changes.find((change) => change.field === 'kind' && change.was === record.category)?.now
  if (typeof kind !== 'string') return
  // Once of a kind that never has files, its files stay locked until the police have said, whatever it is called later.
  const locks = [record.category, kind].some((one) => kindWithoutFiles(policy.pack, record.kind, one))
  await tx
    .updateTable('app.record')
    .set({ category: kind, ...(locks ? { files_locked: true } : {}) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', record.id)
    .execute()
}

function noteWritten(
  tx: Tx,
  policy: PolicyInForce,
  record: LockedRecord,
  input: WriteFields,
  changes: readonly Change[],
): void {
  recordEvent(tx, {
    code: `${record.kind}.fields_written`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    clauses: fieldsOf(policy, record.kind)
      .filter((field) => changes.some((change) => change.field === field.id))
      .flatMap((field) => field.clauses),
    details: { changes: [...changes], reason: input.reason ?? null },
  })
}
