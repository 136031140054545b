import { sql } from 'kysely'
import { looksAfter } from '#areas/policy/index.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A class as the page of cards lists it. */
export interface ClassForCards {
  readonly classId: string
  readonly name: string
  readonly school: string
  readonly pupils: number
}

export interface PupilForCard {
  readonly personId: string
  readonly name: string
}

/**
 * Whoever looks after the records makes cards: a card signs in as the pupil.
 * @throws Forbidden for everybody else.
 */
export async function assertMayIssue(tx: Tx): Promise<void> {
  if (!(await looksAfter(tx, 'people'))) throw new Forbidden('cards.issue')
}

/** The classes of today with their pupils counted, by name. */
export async function listClasses(tx: Tx): Promise<ClassForCards[]> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<{ id: string; name: string; school: string; pupils: number }>`
    select c.id, c.name, s.name as school, count(m.id)::int as pupils
      from app.class c
      join app.school s on s.organisation_id = c.organisation_id and s.id = c.school_id
      join app.class_member m on m.organisation_id = c.organisation_id and m.class_id = c.id and m.until_on is null and m.part = 'pupil'
     where c.organisation_id = ${organisationId} and c.until_on is null and c.kind = 'homeroom'
     group by c.id, c.name, s.name
     order by s.name collate "und-x-icu", c.name collate "und-x-icu", c.id
     limit 500`.execute(tx)
  return rows.map(({ id, ...row }) => ({ classId: id, ...row }))
}

/**
 * One class with its pupils, by name.
 * @throws NotFound for a class that is not there.
 */
export async function classForCards(tx: Tx, classId: string): Promise<{ name: string; pupils: PupilForCard[] }> {
  const { organisationId } = contextOf(tx).actor
  const found = await tx
    .selectFrom('app.class')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', classId)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('class.missing')
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name
      from app.class_member m
      join app.person p on p.organisation_id = m.organisation_id and p.id = m.person_id and p.ended_on is null
     where m.organisation_id = ${organisationId} and m.class_id = ${classId} and m.until_on is null and m.part = 'pupil'
     order by p.family_name collate "und-x-icu", p.given_name collate "und-x-icu", p.id
     limit 500`.execute(tx)
  return { name: found.name, pupils: rows.map(({ id, name }) => ({ personId: id, name })) }
}
