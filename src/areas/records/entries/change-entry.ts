import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { entryTitle } from '#pack/engines/entries/entry-title.ts'
import type { RecordKind } from '#pack/types/record.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { mayOpen } from '../acting-as.ts'
import { lockRecord } from '../commands/take-step.ts'
import type { FieldValue } from '../forms/read-fields.ts'

/** Whether the entries of a register are kept up to date: those that a policy brings along, and contacts. */
export const isKeptUp = (record: RecordKind | undefined): boolean =>
  record !== undefined && (record.entries.length > 0 || record.contacts !== undefined)

/**
 * Has an entry say something else, by whoever may add one. What it said before stays in the ledger; a later version of the
 * policy leaves it alone.
 * @throws Forbidden for whoever may not.
 */
export async function changeEntry(
  tx: Tx,
  actor: PersonActor,
  input: { readonly recordId: string; readonly fields: Readonly<Record<string, FieldValue>> },
): Promise<void> {
  const record = await lockRecord(tx, actor, input.recordId)
  const policy = await policyInForce(tx, record.school_id)
  const kind = policy.pack.records[record.kind]
  if (kind === undefined || !isKeptUp(kind)) throw new NotFound('entry.missing')
  if (!(await mayOpen(tx, policy, actor.personId, record.kind))) throw new Forbidden('entry.change')
  const title = entryTitle(kind, input.fields)
  await asSystem(tx, () =>
    tx
      .updateTable('app.record_detail')
      .set({ title, fields: JSON.stringify(input.fields) })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', record.id)
      .execute(),
  )
  recordEvent(tx, {
    code: `${record.kind}.changed`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: policy.id,
    clauses: kind.clauses,
    details: { title, fields: input.fields },
  })
}
