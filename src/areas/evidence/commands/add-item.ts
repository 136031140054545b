import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import type { Written } from '#platform/files/write-locked.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { EntryValue, Party } from '../model/entry.ts'
import type { ItemKind } from '../model/item-kinds.ts'
import { type RecordAt, recordAt } from '../queries/record-at.ts'
import { insertEntry } from './insert-entry.ts'
import { assertMayChange } from './may-change.ts'

/** A new piece of evidence. */
export interface AddItem {
  readonly recordId: string
  readonly kind: ItemKind
  readonly title: string
  readonly shows: string
  readonly label: Readonly<Record<string, EntryValue>>
  readonly capturedAt: Temporal.Instant
  /** From whom it was taken; nobody, or a few words. */
  readonly from: Party | null
  readonly by: Party
  readonly witness: Party | null
  /** The step of the case that asks for it. */
  readonly step?: string | null
  /** What the store has kept already; only for kinds that have a file. */
  readonly file: (Written & { readonly name: string }) | null
}

/**
 * Adds a piece of evidence to a record, with the first link of its chain: taken by whom, in whose presence. Whoever took it
 * and whoever was present sign afterwards.
 * @throws NotFound for whoever may not see the record; Refused for a closed record, and for a file where there is never one.
 */
export async function addItem(tx: Tx, actor: PersonActor, input: AddItem): Promise<{ id: string; entryId: string }> {
  const record = await lockedRecord(tx, actor, input.recordId)
  await assertMayChange(tx, record.id)
  if (input.file !== null) assertMayHoldFiles(record)
  const organisationId = actor.organisationId
  const id = newId(contextOf(tx).clock)
  return asSystem(tx, async () => {
    const { number } = await tx
      .selectFrom('app.evidence_item')
      .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('number'))
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', record.id)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('app.evidence_item')
      .values({
        organisation_id: organisationId,
        id,
        record_id: record.id,
        number: Number(number) + 1,
        kind: input.kind,
        title: input.title,
        shows: input.shows,
        label: JSON.stringify(input.label),
        entered_at: nowText(tx),
        entered_by: actor.personId,
      })
      .execute()
    if (input.file !== null) await keepFile(tx, { evidenceId: id, recordId: record.id, file: input.file })
    const entryId = await insertEntry(tx, actor, {
      recordId: record.id,
      evidenceId: id,
      kind: 'captured',
      at: input.capturedAt,
      from: input.from,
      to: input.by,
      fields: {
        ...(input.witness === null ? {} : { witness: input.witness }),
        ...(input.step === null || input.step === undefined ? {} : { step: input.step }),
      },
    })
    recordEvent(tx, {
      code: 'evidence.added',
      subject: { kind: 'evidence', id },
      recordId: record.id,
      policyVersionId: record.policy.id,
      details: {
        kind: input.kind,
        title: input.title,
        ...(input.file === null ? {} : { sha256: input.file.sha256, bytes: input.file.bytes, type: input.file.type }),
      },
    })
    return { id, entryId }
  })
}

/** The record, locked until the transaction ends, so that nothing makes it one without files meanwhile. */
async function lockedRecord(tx: Tx, actor: PersonActor, recordId: string): Promise<RecordAt> {
  const record = await recordAt(tx, recordId)
  await tx
    .selectFrom('app.record')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', recordId)
    .forUpdate()
    .execute()
  const again = await recordAt(tx, record.id)
  if (again.state !== 'open')
    throw new Refused('evidence.add.closed', 'This record is closed. Nothing more can be added to its evidence.')
  return again
}

/** @throws Refused where there is never a file, or where the files are locked. */
export function assertMayHoldFiles(record: Pick<RecordAt, 'never' | 'filesLocked' | 'notYet'>): void {
  if (!record.never && !record.filesLocked) return
  if (record.notYet)
    throw new Refused(
      'evidence.file.not_yet',
      'No file is taken at this step of the chart. Answer its open question first: it may be about something that nobody may copy.',
    )
  throw new Refused(
    'evidence.file.never',
    'No file is taken here. It may be about an indecent image of a child: do not look at it, copy it or send it. Describe it in words, seal the device, and call the police.',
  )
}

async function keepFile(
  tx: Tx,
  { evidenceId, recordId, file }: { evidenceId: string; recordId: string; file: Written & { name: string } },
): Promise<void> {
  await tx
    .insertInto('app.evidence_file')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      evidence_id: evidenceId,
      record_id: recordId,
      sha256: file.sha256,
      bytes: String(file.bytes),
      type: file.type,
      name: file.name,
      kept_at: nowText(tx),
    })
    .execute()
  await enqueue(tx, 'evidence_scan', { evidenceId })
}
