import { addressesOf } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import type { Complaint } from '../complaint.ts'

const MOST = 200

/** The complaints that whoever asks hears, or passed on because nobody was left; what waits longest first. Row policies say which. */
export async function readComplaints(tx: Tx, id?: string): Promise<readonly Complaint[]> {
  const { actor } = contextOf(tx)
  const rows = await tx
    .selectFrom('app.case_complaint')
    .select(['id', 'record_id', 'made_by', 'says', 'made_on', 'heard_as', 'heard_by', 'body', 'passed_on', 'due_at'])
    .select(['answered_at', 'outcome', 'answer'])
    .where('organisation_id', '=', actor.organisationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('due_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const cases = await casesOf(
    tx,
    rows.map((row) => row.record_id),
  )
  return rows.map((row) => {
    const known = cases.get(row.record_id)
    return {
      id: row.id,
      recordId: row.record_id,
      reference: known?.reference ?? 'a case',
      caseHref: addressesOf(known?.kind ?? 'incident').show.to(row.record_id),
      madeBy: row.made_by,
      says: row.says,
      madeOn: Temporal.PlainDate.from(row.made_on),
      heardAs: row.heard_as,
      body: row.body,
      passedOn: row.passed_on,
      dueAt: Temporal.Instant.from(row.due_at),
      answer:
        row.answered_at === null || row.outcome === null || row.answer === null
          ? null
          : { at: Temporal.Instant.from(row.answered_at), outcome: row.outcome, says: row.answer },
      mine:
        row.heard_by !== null && actor.kind === 'person' && row.heard_by === actor.personId && row.answered_at === null,
    }
  })
}

// The number alone: whoever passed a complaint on need not see the case.
async function casesOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { reference: string; kind: string }>()
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.record')
      .select(['id', 'reference', 'kind'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', 'in', ids)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
