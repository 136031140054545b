import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Concerns or cases of one kind: how many there were, and when the latest was. */
export interface EventCount {
  readonly event: string
  readonly values: Readonly<Record<string, string | boolean>>
  readonly count: number
  readonly latest: Temporal.Instant
  readonly schoolId: string
}

/** One thing of which a rule told somebody. */
export interface Told {
  readonly rule: string
  readonly at: Temporal.Instant
  /** Nobody has taken it yet. */
  readonly waits: boolean
  readonly schoolId: string
}

/** What happened of which rules of notice tell, by kind: two grouped counts. Run as the system. */
export async function readEventCounts(tx: Tx): Promise<EventCount[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const concerns = await tx
    .selectFrom('app.concern')
    .select(['about_kind', 'in_danger', 'school_id'])
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('told_at').as('latest')])
    .where('organisation_id', '=', organisationId)
    .groupBy(['about_kind', 'in_danger', 'school_id'])
    .execute()
  const records = await tx
    .selectFrom('app.record')
    .select(['kind', 'category', 'school_id'])
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('opened_at').as('latest')])
    .where('organisation_id', '=', organisationId)
    .where('state', '<>', 'voided')
    .groupBy(['kind', 'category', 'school_id'])
    .execute()
  return [
    ...concerns.map((row) => ({
      event: 'record/concern#opened',
      values: { worry: row.about_kind ?? 'other', in_danger: row.in_danger },
      ...shared(row),
    })),
    ...records.map((row) => ({
      event: `record/${row.kind}#opened`,
      values: row.category === null ? ({} as const) : { kind: row.category },
      ...shared(row),
    })),
  ]
}

const shared = (row: { count: string; latest: string; school_id: string }) => ({
  count: Number(row.count),
  latest: Temporal.Instant.from(row.latest),
  schoolId: row.school_id,
})

/** Every thing of which these rules told somebody, once each, and whether it still waits for somebody to take it. */
export async function readTold(tx: Tx, rules: readonly string[]): Promise<Told[]> {
  if (rules.length === 0) return []
  const { rows } = await sql<{ code: string; at: string; waits: boolean; school_id: string }>`
    select n.code, n.at::text as at, coalesce(c.school_id, r.school_id) as school_id,
      case when c.id is not null then c.state = 'new'
           else r.state = 'open' and not exists (
             select 1 from app.record_event e
              where e.organisation_id = r.organisation_id and e.record_id = r.id and e.seq > 0) end as waits
      from (select m.organisation_id, m.code, m.subject_kind, m.subject_id, min(m.written_at) as at
              from app.notice m
             where m.organisation_id = ${contextOf(tx).actor.organisationId} and m.code = any (${[...rules]})
             group by 1, 2, 3, 4) n
      left join app.concern c on n.subject_kind = 'concern' and c.organisation_id = n.organisation_id and c.id = n.subject_id
      left join app.record r on n.subject_kind = 'record' and r.organisation_id = n.organisation_id and r.id = n.subject_id
     where coalesce(c.id, r.id) is not null`.execute(tx)
  return rows.map((row) => ({
    rule: row.code,
    at: Temporal.Instant.from(row.at.replace(' ', 'T')),
    waits: row.waits,
    schoolId: row.school_id,
  }))
}
