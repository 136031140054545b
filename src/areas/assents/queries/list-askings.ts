import { sql } from 'kysely'
import { folded } from '#core/fold.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { AskingFilter, AskingRow, View } from '../asking.ts'
import { OVER } from '../request.ts'
import { orderOf, usualOrder } from './list-order.ts'

/** What is asked now, a page of it. */
export async function listAskings(tx: Tx, filter: AskingFilter): Promise<AskingRow[]> {
  const rows = await filtered(tx, filter)
    .select([
      'r.id',
      'r.assent',
      'r.about_id',
      'r.state',
      'r.asked_at',
      'r.due_at',
      'r.valid_until',
      'r.reminded',
      'r.reminded_at',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
      sql<string>`concat_ws(', ', nullif(p.family_name, ''), coalesce(p.preferred_name, p.given_name))`.as('sort_name'),
      sql<string | null>`(select m.kind from app.person_membership m where m.organisation_id = r.organisation_id
        and m.person_id = r.about_id and m.until_on is null order by m.kind limit 1)`.as('kind'),
      sql<
        number | null
      >`(select max(m.year_group) from app.person_membership m where m.organisation_id = r.organisation_id
        and m.person_id = r.about_id and m.kind = 'pupil' and m.until_on is null)`.as('year'),
      sql<string | null>`(select min(c.name) from app.class_member cm join app.class c
        on c.organisation_id = cm.organisation_id and c.id = cm.class_id and c.kind = 'homeroom'
        where cm.organisation_id = r.organisation_id and cm.person_id = r.about_id and cm.part = 'pupil'
          and cm.until_on is null)`.as('class_name'),
      sql<boolean>`exists (select 1 from app.signature s where s.organisation_id = r.organisation_id
        and s.request_id = r.id and s.outcome = 'refused')`.as('talk'),
      sql<boolean>`(r.valid_until is not null and r.valid_until < ${nowText(tx)}::timestamptz)`.as('lapsed'),
    ])
    .orderBy(orderOf(filter.sort ?? usualOrder))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    assent: row.assent,
    aboutId: row.about_id,
    name: row.name,
    sortName: row.sort_name,
    kind: row.kind,
    year: row.year,
    className: row.class_name,
    state: row.state,
    askedAt: Temporal.Instant.from(row.asked_at),
    dueAt: row.due_at === null ? null : Temporal.Instant.from(row.due_at),
    lapsed: row.lapsed,
    reminded: row.reminded,
    remindedAt: row.reminded_at === null ? null : Temporal.Instant.from(row.reminded_at),
    talk: row.talk && row.state !== 'signed',
  }))
}

/** How many there are in each view, with everything else of the filter. */
export async function countAskings(tx: Tx, filter: AskingFilter): Promise<Readonly<Record<View, number>>> {
  const now = sql`${nowText(tx)}::timestamptz`
  return filtered(tx, { ...filter, view: 'all' })
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where r.state in ('open', 'partly')))::int`.as('unsigned'),
      sql<number>`(count(*) filter (where r.state in ('open', 'partly') and r.due_at < ${now}))::int`.as('late'),
      sql<number>`(count(*) filter (where r.state = 'signed'))::int`.as('signed'),
      sql<number>`(count(*) filter (where ${wantsToTalk()}))::int`.as('talk'),
      sql<number>`(count(*) filter (where r.state = 'withdrawn'))::int`.as('back'),
    ])
    .executeTakeFirstOrThrow()
}

const wantsToTalk = () => sql<boolean>`(r.state = 'refused' or (r.state in ('open', 'partly')
  and exists (select 1 from app.signature s where s.organisation_id = r.organisation_id and s.request_id = r.id
    and s.outcome = 'refused')))`

function filtered(tx: Tx, filter: AskingFilter) {
  const words = `%${folded(filter.words).replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  return tx
    .selectFrom('app.assent_request as r')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.about_id'),
    )
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.state', 'not in', OVER)
    .$if(filter.assent !== null, (query) => query.where('r.assent', '=', filter.assent ?? ''))
    .$if(filter.view === 'unsigned', (query) => query.where('r.state', 'in', ['open', 'partly']))
    .$if(filter.view === 'signed', (query) => query.where('r.state', '=', 'signed'))
    .$if(filter.view === 'late', (query) =>
      query.where('r.state', 'in', ['open', 'partly']).where('r.due_at', '<', nowText(tx)),
    )
    .$if(filter.view === 'talk', (query) => query.where(wantsToTalk()))
    .$if(filter.view === 'back', (query) => query.where('r.state', '=', 'withdrawn'))
    .$if(filter.words !== '', (query) =>
      query.where(sql<boolean>`app.folded_names(p.given_name, p.preferred_name, p.family_name) like ${words}`),
    )
    .$if(filter.classId !== null, (query) =>
      query.where(sql<boolean>`exists (select 1 from app.class_member cm where cm.organisation_id = r.organisation_id
        and cm.class_id = ${filter.classId} and cm.person_id = r.about_id and cm.part = 'pupil' and cm.until_on is null)`),
    )
}
