import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { ClassCount } from '../asking.ts'

/** The classes of today with their figures for one agreement, or for all that are asked about pupils. */
export async function readClasses(tx: Tx, assent: string | null): Promise<ClassCount[]> {
  return tx
    .selectFrom('app.class as c')
    .innerJoin('app.class_member as m', (join) =>
      join
        .onRef('m.organisation_id', '=', 'c.organisation_id')
        .onRef('m.class_id', '=', 'c.id')
        .on('m.part', '=', 'pupil')
        .on('m.until_on', 'is', null),
    )
    .leftJoin('app.assent_request as r', (join) =>
      join
        .onRef('r.organisation_id', '=', 'm.organisation_id')
        .onRef('r.about_id', '=', 'm.person_id')
        .on('r.state', 'not in', ['ended', 'superseded'])
        .on(assent === null ? sql<boolean>`true` : sql<boolean>`r.assent = ${assent}`),
    )
    .select([
      'c.id',
      'c.name',
      sql<number>`count(distinct m.person_id)::int`.as('pupils'),
      sql<number>`count(r.id)::int`.as('asked'),
      sql<number>`(count(r.id) filter (where r.state = 'signed'))::int`.as('signed'),
    ])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.kind', '=', 'homeroom')
    .where('c.until_on', 'is', null)
    .groupBy(['c.organisation_id', 'c.id', 'c.name'])
    .orderBy('c.name')
    .orderBy('c.id')
    .execute()
}

/**
 * The name of a class.
 * @throws NotFound when there is none.
 */
export async function readClass(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  return tx
    .selectFrom('app.class')
    .select(['id', 'name'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('class.missing'))
}
