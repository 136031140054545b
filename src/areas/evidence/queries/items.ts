import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { EntryValue } from '../model/entry.ts'
import type { FoundEntry, Item, ItemFile } from '../model/item.ts'
import { isItemKind } from '../model/item-kinds.ts'
import { entriesOf } from './entries.ts'
import { recordAt } from './record-at.ts'

/** The evidence of a record in the order in which it was entered. Row policies keep it to those who see the record. */
export async function itemsOf(tx: Tx, recordId: string): Promise<Item[]> {
  const entries = await entriesOf(tx, { recordId })
  const rows = await selected(tx).where('i.record_id', '=', recordId).orderBy('i.number').execute()
  return rows.flatMap((row) => itemFrom(row, entries))
}

/** One item. @throws NotFound for whoever may not see its record. */
export async function readItem(tx: Tx, itemId: string): Promise<Item> {
  const of = await tx
    .selectFrom('app.evidence_item')
    .select('record_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow(() => new NotFound('evidence.missing'))
  // First the record: a kind that never has files locks them before one is found.
  await recordAt(tx, of.record_id)
  const [row] = await selected(tx).where('i.id', '=', itemId).execute()
  const [item] = row === undefined ? [] : itemFrom(row, await entriesOf(tx, { recordId: row.record_id }))
  if (item === undefined) throw new NotFound('evidence.missing')
  return item
}

const selected = (tx: Tx) =>
  tx
    .selectFrom('app.evidence_item as i')
    .leftJoin('app.evidence_file as f', (join) =>
      join.onRef('f.organisation_id', '=', 'i.organisation_id').onRef('f.evidence_id', '=', 'i.id'),
    )
    .select([
      'i.id',
      'i.record_id',
      'i.number',
      'i.kind',
      'i.title',
      'i.shows',
      'i.label',
      'i.entered_at',
      'i.entered_by',
    ])
    .select(['f.sha256', 'f.bytes', 'f.type', 'f.name', 'f.kept_at', 'f.scan', 'f.scan_says', 'f.erased_at'])
    .where('i.organisation_id', '=', contextOf(tx).actor.organisationId)

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

function itemFrom(row: Row, entries: readonly FoundEntry[]): Item[] {
  if (!isItemKind(row.kind)) return []
  return [
    {
      id: row.id,
      recordId: row.record_id,
      number: row.number,
      kind: row.kind,
      title: row.title,
      shows: row.shows,
      label: labelShape.parse(row.label),
      enteredAt: Temporal.Instant.from(row.entered_at),
      enteredBy: row.entered_by,
      file: fileOf(row),
      entries: entries.filter((entry) => entry.evidenceId === row.id),
    },
  ]
}

function fileOf(row: Row): ItemFile | null {
  const { sha256, bytes, type, name, kept_at, scan } = row
  if (sha256 === null || bytes === null || type === null || name === null || kept_at === null || scan === null)
    return null
  return {
    sha256,
    bytes: Number(bytes),
    type,
    name,
    keptAt: Temporal.Instant.from(kept_at),
    scan,
    scanSays: row.scan_says,
    erased: row.erased_at !== null,
  }
}

const labelShape: z.ZodType<Record<string, EntryValue>> = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ personId: z.string().nullable(), words: z.string().nullable() }),
  ]),
)
