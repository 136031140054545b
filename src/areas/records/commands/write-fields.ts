import { sql } from 'kysely'
import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { FieldValue } from '../forms/read-fields.ts'
import { setCase } from '../kept-out.ts'
import { applySight } from '../sight.ts'
import { lockRecord } from './take-step.ts'

/**
 * Writes fields of a record's own form that were left open when it began, such as what a class teacher needs to know. What
 * stood there before stays in the ledger; whoever is told of these fields is told again.
 * @throws Refused for a field that the pack does not have.
 */
export async function writeFields(
  tx: Tx,
  actor: PersonActor,
  input: { recordId: string; fields: Readonly<Record<string, FieldValue>> },
): Promise<void> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  const known = policy.pack.records[record.kind]?.fields ?? []
  const strange = Object.keys(input.fields).find((id) => !known.some((field) => field.id === id))
  if (strange !== undefined) throw new Refused('record.field.unknown', 'The policy asks no such thing here.')
  await asSystem(tx, async () => {
    await tx
      .updateTable('app.record_detail')
      .set({ fields: sql<string>`fields || ${JSON.stringify(input.fields)}::jsonb` })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', record.id)
      .execute()
    await setCase(tx, policy, record)
    await applySight(tx, policy, record.id)
  })
  recordEvent(tx, {
    code: `${record.kind}.fields_written`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    clauses: known.filter((field) => field.id in input.fields).flatMap((field) => field.clauses),
    details: { fields: input.fields },
  })
  await enqueue(tx, 'record_moment', { recordId: record.id, moment: 'changed' })
}
