import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Period } from '../review/period.ts'

/** How long one concern waited, in seconds; null is not yet. */
export interface ConcernWait {
  readonly schoolId: string
  /** `2026-03`. */
  readonly month: string
  readonly wantsAnswer: boolean
  readonly acknowledged: number | null
  readonly taken: number | null
  readonly answered: number | null
  /** Until the closing answer, or the end where none was wanted. */
  readonly finished: number | null
}

/** The waits of every concern of a period, those that are erased by now among them. Run as the system: only figures over many of them leave the review. */
export async function concernWaits(tx: Tx, { from, to }: Period, zone: string): Promise<ConcernWait[]> {
  const first = from.toZonedDateTime(zone).toInstant().toString()
  const end = to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
  const { rows } = await sql<ConcernWait>`
    select c.school_id as "schoolId", to_char(c.told_at at time zone ${zone}, 'YYYY-MM') as month,
      c.wants_answer as "wantsAnswer",
      extract(epoch from coalesce(c.acknowledged_at, min(m.written_at) filter (where m.author_id is null)) - c.told_at)::float8 as acknowledged,
      extract(epoch from c.taken_at - c.told_at)::float8 as taken,
      extract(epoch from coalesce(c.answered_at, min(m.written_at) filter (where m.author_id is not null)) - c.told_at)::float8 as answered,
      extract(epoch from c.closed_at - c.told_at)::float8 as finished
    from app.concern c
    left join app.concern_message m on m.organisation_id = c.organisation_id and m.concern_id = c.id
      and m.direction = 'to_reporter'
    where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.told_at >= ${first} and c.told_at < ${end}
    group by c.organisation_id, c.id`.execute(tx)
  return rows
}
