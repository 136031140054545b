import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { SupportOffer } from './support.ts'

/** What was offered to the people of a case, with every word about it, in their order. Row policies keep it to those who see the case. */
export async function readSupport(tx: Tx, recordId: string): Promise<readonly SupportOffer[]> {
  const rows = await tx
    .selectFrom('app.support_word')
    .select(['id', 'offer_id', 'person_id', 'described', 'part', 'support', 'word', 'by_whom', 'note', 'on_day'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => row.word === 'offered')
    .map((first) => ({
      id: first.offer_id,
      personId: first.person_id,
      described: first.described,
      part: first.part,
      support: first.support,
      byWhom: first.by_whom ?? '',
      on: Temporal.PlainDate.from(first.on_day),
      note: first.note,
      words: rows
        .filter((row) => row.offer_id === first.id && row.word !== 'offered')
        .map((row) => ({ word: row.word, on: Temporal.PlainDate.from(row.on_day), note: row.note })),
    }))
}
