import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { ChildWithoutSignatory } from '../people-lines.ts'

/** The pupils of the organisation for whom nobody may sign, or nobody who may can be reached by mail. */
export async function childrenWithoutSignatory(tx: Tx): Promise<ChildWithoutSignatory[]> {
  const { rows } = await sql<{
    id: string
    name: string
    year: number | null
    class_name: string | null
    signers: number
    adults: string[] | null
  }>`
    select p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name,
           max(m.year_group) as year,
           (select min(c.name) from app.class_member k
              join app.class c on c.organisation_id = k.organisation_id and c.id = k.class_id
             where k.organisation_id = p.organisation_id and k.person_id = p.id and k.part = 'pupil'
               and k.until_on is null and c.kind = 'homeroom') as class_name,
           count(a.id) filter (where f.may_sign) :: int as signers,
           array_agg(distinct trim(coalesce(a.preferred_name, a.given_name) || ' ' || a.family_name))
             filter (where a.id is not null) as adults
      from app.person p
      join app.person_membership m on m.organisation_id = p.organisation_id and m.person_id = p.id
       and m.kind = 'pupil' and m.until_on is null
      left join app.family_link f on f.organisation_id = p.organisation_id and f.child_id = p.id and f.until_on is null
      left join app.person a on a.organisation_id = f.organisation_id and a.id = f.adult_id and a.ended_on is null
     where p.organisation_id = ${contextOf(tx).actor.organisationId} and p.ended_on is null
     group by p.organisation_id, p.id, p.preferred_name, p.given_name, p.family_name
    having count(a.id) filter (where f.may_sign and a.email is not null) = 0
     order by class_name nulls last, p.family_name, p.given_name, p.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    year: row.year,
    className: row.class_name,
    why: row.signers === 0 ? 'nobody' : 'unreached',
    adults: row.adults ?? [],
  }))
}
