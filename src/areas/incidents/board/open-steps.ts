import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** An open step of an open case, with what its column counts. */
export interface AwaitedStep {
  /** Its place in the charts, without visits and people: `incident:chart.illegal:triage`. */
  readonly place: string
  readonly key: string
  readonly recordId: string
  readonly reference: string
  readonly title: string
  readonly category: string | null
  readonly step: string
  readonly party: string
  readonly since: Temporal.Instant
  readonly due: Temporal.Instant | null
  readonly has: string | null
  readonly total: number
  readonly late: number
}

/** So many cases of one column are drawn; the others are counted. */
const MOST_DRAWN = 20

/**
 * What the open cases wait for, as far as whoever looks may read them: of each step the cases that are due first, or that
 * have waited longest. The counts are of all of them.
 */
export async function awaitedSteps(tx: Tx): Promise<AwaitedStep[]> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<Omit<AwaitedStep, 'since' | 'due'> & { since: string; due: string | null }>`
    with awaited as (
      select s.record_id, s.key, s.title, s.party, s.opened_at, s.due_at, r.reference, r.category, r.given,
             regexp_replace(s.key, '~[^:.]+|:[0-9]+', '', 'g') as place
        from app.record r
        join app.record_step s on s.organisation_id = r.organisation_id and s.record_id = r.id
       where r.organisation_id = ${organisationId} and r.kind = 'incident' and r.state = 'open'),
    ranked as (
      select a.*, count(*) over w as total, count(*) filter (where a.due_at < ${nowText(tx)}::timestamptz) over w as late,
             row_number() over (partition by a.place order by a.due_at nulls last, a.opened_at, a.record_id, a.key) as rank
        from awaited a window w as (partition by a.place))
    select k.place, k.key, k.record_id as "recordId", k.reference, d.title, k.category, k.title as step, k.party,
           k.opened_at as since, k.due_at as due, k.total::int, k.late::int,
           (select trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)
              from app.record_assignment g join app.person p on p.organisation_id = g.organisation_id and p.id = g.person_id
             where k.given and g.organisation_id = ${organisationId} and g.record_id = k.record_id and g.ended_at is null) as has
      from ranked k
      join app.record_detail d on d.organisation_id = ${organisationId} and d.record_id = k.record_id
     where k.rank <= ${MOST_DRAWN}
     order by k.due_at nulls last, k.opened_at, k.record_id, k.key`.execute(tx)
  return rows.map((row) => ({
    ...row,
    since: Temporal.Instant.from(row.since),
    due: row.due === null ? null : Temporal.Instant.from(row.due),
  }))
}
