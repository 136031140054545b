import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Another case that belongs with one, as it is shown on that one. */
export interface LinkedCase {
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly reason: string
  readonly by: string
  readonly at: Temporal.Instant
}

interface Row {
  id: string
  case_id: string
  reference: string
  title: string
  state: string
  reason: string
  by_name: string | null
  linked_at: string
}

/** The cases that are linked to one, the first first. Row policies keep it to those that this person may see as well. */
export async function linkedCases(tx: Tx, recordId: string): Promise<LinkedCase[]> {
  const { rows } = await sql<Row>`
    select l.id, r.id as case_id, r.reference, d.title, r.state, l.reason, l.linked_at,
           trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as by_name
      from app.record_link l
      join app.record r on r.organisation_id = l.organisation_id
                       and r.id = case when l.record_id = ${recordId} then l.other_id else l.record_id end
      join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
      left join app.person p on p.organisation_id = l.organisation_id and p.id = l.linked_by
     where l.organisation_id = ${contextOf(tx).actor.organisationId}
       and (l.record_id = ${recordId} or l.other_id = ${recordId}) and l.ended_at is null
     order by l.linked_at, l.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    title: row.title,
    state: row.state,
    reason: row.reason,
    by: row.by_name ?? 'Somebody',
    at: Temporal.Instant.from(row.linked_at),
  }))
}
