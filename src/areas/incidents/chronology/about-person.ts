import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Something that stands about a person somewhere in the records. */
export interface AboutPerson {
  readonly what: 'record' | 'concern' | 'note'
  readonly at: Temporal.Instant
  /** The record, or the one that a concern or a note belongs to. */
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly says: string
  readonly part: string
  readonly state: string
  readonly openedBy: string | null
  readonly policyVersionId: string
  readonly schoolId: string
}

interface Row {
  what: 'record' | 'concern' | 'note'
  at: string
  id: string
  kind: string
  reference: string
  says: string
  part: string
  state: string
  opened_by: string | null
  policy_version_id: string
  school_id: string
}

const MOST = 1000

/**
 * Every case, action, concern and note about a person, in order of time. Row policies keep each to what whoever asks may see,
 * so that two people who ask may read two different things.
 */
export async function aboutPerson(tx: Tx, personId: string): Promise<AboutPerson[]> {
  const { rows } = await sql<Row>`
    with own as (
      select r.id, r.kind, r.reference, r.state, r.opened_by, r.opened_at, r.occurred_at, r.policy_version_id, r.school_id, d.title,
             string_agg(distinct k.part, ',') as part
        from app.record_person k
        join app.record r on r.organisation_id = k.organisation_id and r.id = k.record_id
        join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
       where k.organisation_id = ${contextOf(tx).actor.organisationId} and k.person_id = ${personId} and k.removed_at is null
       group by r.organisation_id, r.id, d.title)
    select 'record' as what, coalesce(o.occurred_at, o.opened_at) as at, o.id, o.kind, o.reference, o.title as says, o.part, o.state,
           o.opened_by, o.policy_version_id, o.school_id
      from own o
    union all
    select 'concern', c.told_at, c.id, o.kind, o.reference, c.body, '', c.state, o.opened_by, o.policy_version_id, o.school_id
      from app.concern c join own o on o.id = c.record_id
     where c.organisation_id = ${contextOf(tx).actor.organisationId}
    union all
    select distinct 'note', n.written_at, o.id, o.kind, o.reference, n.says, '', o.state, o.opened_by, o.policy_version_id, o.school_id
      from app.record_notice n join own o on o.id = n.record_id
     where n.organisation_id = ${contextOf(tx).actor.organisationId} and n.pupil_id = ${personId}
     order by at, what, reference, says, id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    what: row.what,
    at: Temporal.Instant.from(row.at),
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    says: row.says,
    part: row.part,
    state: row.state,
    openedBy: row.opened_by,
    policyVersionId: row.policy_version_id,
    schoolId: row.school_id,
  }))
}
