import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { Addressee } from '../addressee.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly children: string[]
}

const addressee = ({ id, ...row }: Row): Addressee => ({ personId: id, ...row })

/**
 * The parents and carers who may act for a pupil of a class, each by themselves: the other household is not named.
 * @throws NotFound for a class that is not there.
 */
export async function parentsOfClass(tx: Tx, classId: string): Promise<{ name: string; people: readonly Addressee[] }> {
  const { organisationId } = contextOf(tx).actor
  const found = await tx
    .selectFrom('app.class')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', classId)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('class.missing')
  const { rows } = await sql<Row>`
    select a.id, trim(a.given_name || ' ' || a.family_name) as name, a.email,
      array_agg(trim(coalesce(c.preferred_name, c.given_name) || ' ' || c.family_name)
        order by c.family_name collate "und-x-icu", c.given_name collate "und-x-icu", c.id) as children
      from app.class_member m
      join app.person c on c.organisation_id = m.organisation_id and c.id = m.person_id and c.ended_on is null
      join app.family_link l on l.organisation_id = c.organisation_id and l.child_id = c.id and l.may_sign
       and l.from_on <= ${nowText(tx)}::timestamptz::date and l.until_on is null
      join app.person a on a.organisation_id = l.organisation_id and a.id = l.adult_id and a.ended_on is null
     where m.organisation_id = ${organisationId} and m.class_id = ${classId} and m.until_on is null and m.part = 'pupil'
     group by a.id, a.given_name, a.family_name, a.email
     order by min(c.family_name collate "und-x-icu"), a.family_name collate "und-x-icu", a.id
     limit 500`.execute(tx)
  return { name: found.name, people: rows.map(addressee) }
}

/** Staff, governors, volunteers and visitors of today, by name. */
export async function grownUps(tx: Tx): Promise<readonly Addressee[]> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<Row>`
    select p.id, trim(p.given_name || ' ' || p.family_name) as name, p.email, '{}'::text[] as children
      from app.person p
     where p.organisation_id = ${organisationId} and p.ended_on is null
       and exists (select 1 from app.person_membership m where m.organisation_id = p.organisation_id and m.person_id = p.id
         and m.kind in ('staff', 'governor', 'volunteer', 'visitor') and m.until_on is null)
     order by p.family_name collate "und-x-icu", p.given_name collate "und-x-icu", p.id
     limit 1000`.execute(tx)
  return rows.map(addressee)
}
