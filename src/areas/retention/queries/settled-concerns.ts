import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { KeptRecord } from '../rule.ts'

/** A settled concern whose end has not been announced. */
export interface SettledConcern extends KeptRecord {
  readonly circle: string
}

// The rest waits for the next night: the oldest are first.
const MOST = 2000

/**
 * The settled concerns of a school that were not announced yet, the oldest first. One that became a case goes with the case, and
 * one that was dealt with together with another goes with that; what a case has left behind ended with it. Run as the system.
 */
export async function settledConcerns(tx: Tx, schoolId: string): Promise<readonly SettledConcern[]> {
  const { rows } = await sql<{ id: string; circle: string; told: string; ended: string; left: string | null }>`
    select c.id, c.circle, c.told_at as told, coalesce(r.closed_at, c.closed_at) as ended,
           (select p.ended_on::text from app.concern_reporter t
              join app.person p on p.organisation_id = t.organisation_id and p.id = t.person_id
             where t.organisation_id = c.organisation_id and t.concern_id = c.id) as left
      from app.concern c
      left join app.record r on r.organisation_id = c.organisation_id and r.id = c.record_id
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.school_id = ${schoolId} and c.joined_to is null
       and (c.state = 'closed' or (c.state = 'incident' and r.state = 'erased'))
       and not exists (select 1 from app.concern_expiry x
                        where x.organisation_id = c.organisation_id and x.concern_id = c.id)
     order by coalesce(r.closed_at, c.closed_at), c.id
     limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    kind: 'concern',
    circle: row.circle,
    openedAt: Temporal.Instant.from(row.told),
    closedAt: Temporal.Instant.from(row.ended),
    fields: {},
    left: row.left === null ? null : Temporal.PlainDate.from(row.left),
  }))
}

/** The schools that have closed a concern, or opened a case from one. */
export async function schoolsWithConcerns(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('app.concern')
    .select('school_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', 'in', ['closed', 'incident'])
    .orderBy('school_id')
    .execute()
  return rows.map((row) => row.school_id)
}

/** Those who look after a concern now: whoever handles its circle and is not kept out of it. Run as the system. */
export async function lookingAfter(tx: Tx, concern: { readonly id: string; readonly circle: string }) {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id
      from app.circle_post c
      join app.post_holder h on h.organisation_id = c.organisation_id and h.post = c.post and h.until_on is null
      join app.person p on p.organisation_id = h.organisation_id and p.id = h.person_id and p.ended_on is null
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.circle = split_part(${concern.circle}, ':', 1)
       and c.reach = 'all' and app.may_be_given_concern(${concern.id}::uuid, p.id)
     order by p.id`.execute(tx)
  return rows.map((row) => row.id)
}
