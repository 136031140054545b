import { readCalendar } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The person's first name and the calendar of the school where they belong. */
export async function whoActs(tx: Tx, actor: PersonActor): Promise<{ name: string; calendar: SchoolCalendar }> {
  const row = await tx
    .selectFrom('app.person as p')
    .leftJoin('app.person_membership as m', (join) =>
      join
        .onRef('m.organisation_id', '=', 'p.organisation_id')
        .onRef('m.person_id', '=', 'p.id')
        .on('m.until_on', 'is', null),
    )
    .select(['p.given_name', 'p.preferred_name', 'p.family_name', 'm.school_id'])
    .where('p.organisation_id', '=', actor.organisationId)
    .where('p.id', '=', actor.personId)
    .orderBy('m.from_on')
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst()
  const name = row?.preferred_name ?? (row?.given_name || row?.family_name) ?? ''
  return { name, calendar: row?.school_id == null ? schoolCalendar() : await readCalendar(tx, row.school_id) }
}
