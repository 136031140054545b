import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { type Contact, type ContactLine, contactsFrom, type Does, ways } from './contact.ts'

const does: readonly Does[] = ['told', 'not_told', 'replied', 'asked_again']
const MOST = 2000

/** Everybody who was told of some records, or not. Row policies keep it to records that this person may read. */
export async function readContacts(tx: Tx, recordIds: readonly string[]): Promise<Contact[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .selectFrom('app.record_contact')
    .select(['id', 'record_id', 'thread_id', 'line', 'does', 'party', 'about', 'step', 'way', 'at', 'spoke_to'])
    .select(['reference', 'said', 'reply', 'chase_on', 'because', 'reason', 'entered_by', 'entered_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', 'in', [...recordIds])
    .orderBy('at')
    .orderBy('thread_id')
    .orderBy('line')
    .limit(MOST)
    .execute()
  const lines = rows.map(
    (row): ContactLine => ({
      id: row.id,
      recordId: row.record_id,
      threadId: row.thread_id,
      line: row.line,
      does: does.find((one) => one === row.does) ?? 'told',
      party: row.party,
      about: row.about,
      step: row.step,
      way: ways.find((way) => way === row.way) ?? null,
      at: Temporal.Instant.from(row.at),
      spokeTo: row.spoke_to,
      reference: row.reference,
      said: row.said,
      reply: row.reply,
      chaseOn: row.chase_on === null ? null : Temporal.PlainDate.from(row.chase_on),
      because: row.because,
      reason: row.reason,
      enteredBy: row.entered_by,
      enteredAt: Temporal.Instant.from(row.entered_at),
    }),
  )
  return contactsFrom(lines)
}
