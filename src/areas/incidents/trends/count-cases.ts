import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Dimension } from './dimensions.ts'

/** How many cases of a school that were opened in a month have a value. */
export interface CaseCount {
  readonly schoolId: string
  readonly month: string
  /** Null where it was not said. */
  readonly value: string | null
  readonly count: number
}

/** Which cases are counted. */
export interface CountedCases {
  readonly dimension: Dimension
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly schools: readonly string[]
  readonly kind: string | null
  readonly zone: string
}

/**
 * Cases by one thing and by the month in which they were opened, as far as whoever asks may read the whole of them. A case
 * that has several values, such as two year groups, counts once for each. What was voided never was.
 */
export async function countCases(tx: Tx, asked: CountedCases): Promise<CaseCount[]> {
  const { dimension, from, to, schools, kind, zone } = asked
  const start = from.toZonedDateTime({ timeZone: zone }).toInstant().toString()
  const end = to.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant().toString()
  const { rows } = await sql<CaseCount>`
    select r.school_id as "schoolId", to_char(r.opened_at at time zone ${zone}, 'YYYY-MM') as month, v.value, count(*)::int as count
      from app.record r
      join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
      left join lateral (${valuesOf(dimension, zone)}) v on true
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.kind = 'incident' and r.state in ('open', 'closed')
       and r.opened_at >= ${start}::timestamptz and r.opened_at < ${end}::timestamptz
       and r.school_id = any (${[...schools]}::uuid[])
       and (${kind}::text is null or r.category = ${kind})
     group by 1, 2, 3`.execute(tx)
  return rows
}

function valuesOf({ of, id, typed }: Dimension, zone: string): RawBuilder<unknown> {
  if (of === 'kind') return sql`select r.category as value`
  if (of === 'school') return sql`select r.school_id::text as value`
  if (of === 'month') return sql`select to_char(r.opened_at at time zone ${zone}, 'YYYY-MM') as value`
  if (of === 'weekday') return sql`select extract(isodow from r.occurred_at at time zone ${zone})::int::text as value`
  if (of === 'hour') return sql`select extract(hour from r.occurred_at at time zone ${zone})::int::text as value`
  if (of === 'year_group')
    // The year that they were in when the case was opened.
    return sql`select distinct m.year_group::text as value from app.record_person k
        join app.person_membership m on m.organisation_id = k.organisation_id and m.person_id = k.person_id
       where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null and m.kind = 'pupil'
         and m.year_group is not null and m.from_on <= r.opened_at::date and (m.until_on is null or m.until_on >= r.opened_at::date)`
  const field = id.slice('field_'.length)
  const one = typed ? sql`nullif(lower(trim(one)), '')` : sql`one`
  return sql`select distinct ${one} as value from jsonb_array_elements_text(case jsonb_typeof(d.fields -> ${field}::text)
      when 'array' then d.fields -> ${field}::text when 'null' then '[]'::jsonb
      else coalesce(jsonb_build_array(d.fields -> ${field}::text), '[]'::jsonb) end) as one
     where d.fields ? ${field}::text`
}
