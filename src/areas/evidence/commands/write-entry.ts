import { isHeld } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { chainOf } from '../model/chain.ts'
import { CASE_ENTRIES, entriesFor } from '../model/entry-kinds.ts'
import type { Item } from '../model/item.ts'
import { readItem } from '../queries/items.ts'
import type { RecordAt } from '../queries/record-at.ts'
import { recordAt } from '../queries/record-at.ts'
import { assertSearchable } from './assert-searchable.ts'
import { insertEntry, type NewEntry } from './insert-entry.ts'
import { assertMayChange } from './may-change.ts'

/** What happened, as its form gives it. */
export type WriteEntry = NewEntry

/**
 * Writes down what happened to an item, or what was decided in a case about its images. The chain goes on after the case is
 * closed: a device is given back then.
 * @throws Refused with the sentence for the page when it may not be so.
 */
export async function writeEntry(tx: Tx, actor: PersonActor, input: WriteEntry): Promise<string> {
  const record = await recordAt(tx, input.recordId)
  await assertMayChange(tx, record.id)
  const item = input.evidenceId === null ? null : await readItem(tx, input.evidenceId)
  await assertAllowed(tx, record, item, input)
  const id = await asSystem(tx, () => insertEntry(tx, actor, input))
  recordEvent(tx, {
    code: `evidence.${input.kind}`,
    subject: { kind: 'evidence', id: input.evidenceId ?? id },
    recordId: record.id,
    policyVersionId: record.policy.id,
    details: { entry: id, at: input.at.toString(), from: input.from, to: input.to, fields: input.fields },
  })
  return id
}

async function assertAllowed(tx: Tx, record: RecordAt, item: Item | null, input: WriteEntry): Promise<void> {
  if (record.state === 'voided') throw new Refused('evidence.void', 'This record is void. Nothing is added to it.')
  const allowed = item === null ? CASE_ENTRIES : entriesFor(item.kind)
  if (!allowed.some((kind) => kind === input.kind))
    throw new Refused('evidence.entry.kind', 'That cannot happen to this.')
  if (item !== null && item.recordId !== record.id)
    throw new Refused('evidence.entry.record', 'That is another case’s.')
  if (item !== null) assertGoesOn(item, input)
  if (input.kind === 'returned') await assertNoPupil(tx, input.to?.personId ?? null)
  if (input.kind === 'opened') await assertSearchable(tx, record, input.fields)
  if (input.kind === 'destroyed' && (await isHeld(tx, record.id)))
    throw new Refused('evidence.held', 'The evidence of this case is held. It cannot be destroyed until that ends.')
}

function assertGoesOn(item: Item, input: WriteEntry): void {
  const { ended } = chainOf({ kind: item.kind, hasFile: true }, item.entries, input.at)
  if (ended !== null)
    throw new Refused(
      'evidence.ended',
      'Its chain has come to its end: it was given back, released, destroyed or withdrawn.',
    )
}

/** Who gets a device back signs for it, and that is no child. */
async function assertNoPupil(tx: Tx, personId: string | null): Promise<void> {
  if (personId === null) return
  const pupil = await tx
    .selectFrom('app.person_membership')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'pupil')
    .where('until_on', 'is', null)
    .executeTakeFirst()
  if (pupil !== undefined)
    throw new Refused('evidence.return.pupil', 'A pupil’s device goes back to a parent or carer, who signs for it.')
}
