import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { FollowingLine } from '../following-line.ts'

/** What follows from a case, the first first. Row policies keep it to what this person may see. */
export async function followingLines(tx: Tx, recordId: string): Promise<FollowingLine[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    reference: string
    title: string
    state: string
    people: string | null
    step: string | null
    due_at: string | null
    in_force: boolean
    until_at: string | null
  }>`select r.id, r.kind, r.reference, d.title, r.state, s.title as step, s.due_at,
            (l.id is not null and l.ended_at is null) as in_force, l.until_at,
            (select string_agg(coalesce(trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name), k.described), ', ' order by k.added_at, k.id)
               from app.record_person k
               left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
              where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null) as people
       from app.record_origin o
       join app.record r on r.organisation_id = o.organisation_id and r.id = o.record_id
       join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
       left join app.lasting_effect l on l.organisation_id = r.organisation_id and l.record_id = r.id and l.key = 'in_force'
       left join lateral (select s.title, s.due_at from app.record_step s
          where s.organisation_id = r.organisation_id and s.record_id = r.id order by s.opened_at, s.key limit 1) s on true
      where o.organisation_id = ${contextOf(tx).actor.organisationId} and o.from_record_id = ${recordId}
      order by r.opened_at, r.id limit 200`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    title: row.title,
    state: row.state,
    people: row.people,
    step: row.step,
    due: row.due_at === null ? null : Temporal.Instant.from(row.due_at),
    inForce: row.in_force,
    until: row.until_at === null ? null : Temporal.Instant.from(row.until_at),
  }))
}
