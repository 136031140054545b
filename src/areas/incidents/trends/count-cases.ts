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
 * that has several values, such as two year groups, counts once for each. What was voided never was. What was erased by rule
 * is seen by the software alone: it counts for those who govern, without a kind, as it does in the yearly review.
 */
export async function countCases(tx: Tx, asked: CountedCases): Promise<CaseCount[]> {
  const { dimension, from, to, schools, kind, zone } = asked
  const start = from.toZonedDateTime({ timeZone: zone }).toInstant().toString()
  const end = to.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant().toString()
  // Every row policy is asked once for each case, here and nowhere else: what is counted of them is joined as whole sets.
  const { rows } = await sql<CaseCount>`
    with cases as materialized (
      select r.id, r.school_id, r.category, r.opened_at, r.occurred_at, ${fieldOf(dimension)} as said,
             to_char(r.opened_at at time zone ${zone}, 'YYYY-MM') as month
        from app.record r
        left join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
       where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.kind = 'incident'
         and (r.state = 'erased' or (r.state in ('open', 'closed') and d.record_id is not null))
         and r.opened_at >= ${start}::timestamptz and r.opened_at < ${end}::timestamptz
         and r.school_id = any (${[...schools]}::uuid[])
         and (${kind}::text is null or r.category = ${kind}))
    select c.school_id as "schoolId", c.month, v.value, count(*)::int as count
      from cases c ${valuesOf(tx, dimension, zone)}
     group by 1, 2, 3`.execute(tx)
  return rows
}

const fieldOf = ({ of, id }: Dimension): RawBuilder<unknown> =>
  of === 'field' ? sql`d.fields -> ${id.slice('field_'.length)}::text` : sql`null::jsonb`

function valuesOf(tx: Tx, { of, typed }: Dimension, zone: string): RawBuilder<unknown> {
  const each = (value: RawBuilder<unknown>) => sql`cross join lateral (select ${value} as value) v`
  if (of === 'kind') return each(sql`c.category`)
  if (of === 'school') return each(sql`c.school_id::text`)
  if (of === 'month') return each(sql`c.month`)
  if (of === 'weekday') return each(sql`extract(isodow from c.occurred_at at time zone ${zone})::int::text`)
  if (of === 'hour') return each(sql`extract(hour from c.occurred_at at time zone ${zone})::int::text`)
  if (of === 'year_group') return yearGroups(tx)
  const one = typed ? sql`nullif(lower(trim(one)), '')` : sql`one`
  return sql`left join lateral (select distinct ${one} as value from jsonb_array_elements_text(case jsonb_typeof(c.said)
      when 'array' then c.said when 'null' then '[]'::jsonb else coalesce(jsonb_build_array(c.said), '[]'::jsonb) end) as one
     where c.said is not null) v on true`
}

// The year that they were in when the case was opened.
function yearGroups(tx: Tx): RawBuilder<unknown> {
  const { organisationId } = contextOf(tx).actor
  return sql`left join (select distinct c.id, m.year_group::text as value
      from cases c
      join app.record_person k on k.organisation_id = ${organisationId} and k.record_id = c.id and k.removed_at is null
      join app.person_membership m on m.organisation_id = ${organisationId} and m.person_id = k.person_id and m.kind = 'pupil'
       and m.year_group is not null and m.from_on <= c.opened_at::date and (m.until_on is null or m.until_on >= c.opened_at::date)
    ) v on v.id = c.id`
}
