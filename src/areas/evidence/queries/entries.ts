import { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { EntryValue, Party, Signature } from '../model/entry.ts'
import { isEntryKind } from '../model/entry-kinds.ts'
import type { FoundEntry } from '../model/item.ts'

/** What was written about the evidence of a record, or one item of it, in the order in which it was written. */
export async function entriesOf(tx: Tx, of: { recordId: string } | { entryId: string }): Promise<FoundEntry[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const rows = await tx
    .selectFrom('app.evidence_entry')
    .select(['id', 'record_id', 'evidence_id', 'kind', 'at', 'noted_at', 'noted_by', 'fields'])
    .select(['from_person_id', 'from_words', 'to_person_id', 'to_words'])
    .where('organisation_id', '=', organisationId)
    .$if('recordId' in of, (query) => query.where('record_id', '=', 'recordId' in of ? of.recordId : ''))
    .$if('entryId' in of, (query) => query.where('id', '=', 'entryId' in of ? of.entryId : ''))
    .orderBy('noted_at')
    .orderBy('id')
    .execute()
  const signed = await signaturesOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) =>
    isEntryKind(row.kind)
      ? [
          {
            id: row.id,
            recordId: row.record_id,
            evidenceId: row.evidence_id,
            kind: row.kind,
            at: Temporal.Instant.from(row.at),
            notedAt: Temporal.Instant.from(row.noted_at),
            notedBy: row.noted_by,
            from: partyOf(row.from_person_id, row.from_words),
            to: partyOf(row.to_person_id, row.to_words),
            fields: fieldsShape.parse(row.fields),
            signatures: signed.get(row.id) ?? [],
          },
        ]
      : [],
  )
}

async function signaturesOf(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Signature[]>> {
  const found = new Map<string, Signature[]>()
  if (entryIds.length === 0) return found
  const rows = await tx
    .selectFrom('app.evidence_signature')
    .select(['entry_id', 'part', 'person_id', 'words', 'method', 'says', 'signed_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('entry_id', 'in', [...entryIds])
    .orderBy('signed_at')
    .orderBy('part')
    .execute()
  for (const row of rows) {
    const one = {
      part: row.part,
      by: { personId: row.person_id, words: row.words },
      method: row.method,
      says: row.says,
      at: Temporal.Instant.from(row.signed_at),
    }
    found.set(row.entry_id, [...(found.get(row.entry_id) ?? []), one])
  }
  return found
}

const partyOf = (personId: string | null, words: string | null): Party | null =>
  personId === null && words === null ? null : { personId, words }

// The rows are ours and never changed; the shape guards against a row of another program's version.
const party = z.object({ personId: z.string().nullable(), words: z.string().nullable() })
const fieldsShape: z.ZodType<Record<string, EntryValue>> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), party]),
)
