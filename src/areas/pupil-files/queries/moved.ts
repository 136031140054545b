import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

/** A pupil who left or came, and whose file nobody has noted yet. */
export interface Moved {
  readonly pupilId: string
  readonly pupil: string
  readonly schoolId: string
  readonly way: 'out' | 'in'
  readonly on: Temporal.PlainDate
}

const DAYS = 60
// A whole year group begins on one day: their files come in bulk from the schools before, and are not asked for one by one.
const TOGETHER = 10

/**
 * Pupils who left in the last two months and are named in a case that the reader sees, and pupils who came by themselves in
 * that time, without a note of their file. Only for those who handle incidents at that school.
 */
export async function movedPupils(tx: Tx): Promise<readonly Moved[]> {
  const { organisationId } = contextOf(tx).actor
  const since = nowIn(tx)
    .subtract({ hours: DAYS * 24 })
    .toString()
    .slice(0, 10)
  const { rows } = await sql<{ pupilId: string; pupil: string; schoolId: string; way: 'out' | 'in'; on: string }>`
    select p.id as "pupilId", trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as pupil,
           m.school_id as "schoolId", m.way, m.day::text as on
      from (select organisation_id, person_id, school_id, 'out' as way, until_on as day from app.person_membership
             where organisation_id = ${organisationId} and kind = 'pupil' and until_on >= ${since}::date
            union all
            select o.organisation_id, o.person_id, o.school_id, 'in', o.from_on from app.person_membership o
             where o.organisation_id = ${organisationId} and o.kind = 'pupil' and o.until_on is null
               and o.from_on >= ${since}::date and (
                 select count(*) from (select 1 from app.person_membership x
                   where x.organisation_id = o.organisation_id and x.school_id = o.school_id and x.kind = 'pupil'
                     and x.from_on = o.from_on limit ${TOGETHER}) as begun) < ${TOGETHER}) as m
      join app.person p on p.organisation_id = m.organisation_id and p.id = m.person_id
     where 'incident:' || m.school_id::text = any ((select app.current_circles('all'))::text[])
       and (m.way = 'in' or exists (
         select 1 from app.record_person k join app.record r on r.organisation_id = k.organisation_id and r.id = k.record_id
          where k.organisation_id = m.organisation_id and k.person_id = m.person_id and k.removed_at is null
            and r.kind = 'incident'))
       and not exists (select 1 from app.pupil_file f where f.organisation_id = m.organisation_id
                          and f.pupil_id = m.person_id and f.way = m.way and f.moved_on >= m.day - 60)
     order by m.day, p.id limit 50`.execute(tx)
  return rows.map((row) => ({ ...row, on: Temporal.PlainDate.from(row.on) }))
}
