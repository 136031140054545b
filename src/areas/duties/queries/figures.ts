import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What became of the concerns since a moment, as far as the person who acts may see them. */
export interface ConcernFigures {
  readonly told: number
  readonly fromPupils: number
  /** Minutes until somebody took it, for half of them or more. */
  readonly typicalMinutes: number | null
  readonly wantedAnswer: number
  readonly answered: number
  readonly casesOpen: number
}

/** The figures, or null for people who may not see concerns at all. */
export async function readFigures(tx: Tx, since: Temporal.Instant): Promise<ConcernFigures | null> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<{
    allowed: boolean
    told: number
    from_pupils: number
    minutes: number | null
    wanted: number
    answered: number
    open: number
  }>`select (select app.current_circles('all')::text like '%concern%') as allowed, count(*)::int as told,
      (count(*) filter (where c.reporter_kind = 'pupil'))::int as from_pupils,
      percentile_cont(0.5) within group (order by extract(epoch from c.taken_at - c.told_at) / 60) filter (where c.taken_at is not null) as minutes,
      (count(*) filter (where c.wants_answer))::int as wanted,
      (count(*) filter (where c.wants_answer and exists (select 1 from app.concern_message m
         where m.organisation_id = c.organisation_id and m.concern_id = c.id and m.direction = 'to_reporter' and m.author_id is not null)))::int as answered,
      (select count(*)::int from (select 1 from app.record r where r.organisation_id = ${organisationId}
         and r.kind = 'incident' and r.state = 'open' limit 1000) x) as open
     from app.concern c
    where c.organisation_id = ${organisationId} and c.told_at >= ${since.toString()}::timestamptz`.execute(tx)
  const [row] = rows
  if (row === undefined || !row.allowed) return null
  return {
    told: row.told,
    fromPupils: row.from_pupils,
    typicalMinutes: row.minutes === null ? null : Math.round(row.minutes),
    wantedAnswer: row.wanted,
    answered: row.answered,
    casesOpen: row.open,
  }
}

/** The concern that has waited longest or is most urgent, in what may stand on a page that anybody looks over. */
export async function readWaiting(
  tx: Tx,
  id: string,
): Promise<{ toldBy: string; inDanger: boolean; wantsAnswer: boolean; toldAt: Temporal.Instant } | null> {
  const row = await tx
    .selectFrom('app.concern')
    .select(['reporter_kind', 'in_danger', 'wants_answer', 'told_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    toldBy: row.reporter_kind,
    inDanger: row.in_danger,
    wantsAnswer: row.wants_answer,
    toldAt: Temporal.Instant.from(row.told_at),
  }
}
