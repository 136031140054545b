import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { RecordOrder } from './list-order.ts'
import { orderOf, usualOrder } from './list-order.ts'
import { searchRecords } from './search-records.ts'
import { isUnread, onlooker, unreadIds } from './unread.ts'

/** The ways in which a list of records is looked at. */
export const recordViews = ['all', 'unread', 'open', 'late', 'closed'] as const
/** And those in which records are given to somebody: one's own, and nobody's. */
export const givenViews = ['mine', 'nobodys'] as const
export type RecordView = (typeof recordViews)[number] | (typeof givenViews)[number]

/** What the list is asked for. */
export interface RecordFilter {
  readonly kind: string
  readonly view: RecordView
  readonly words: string
  readonly category?: string | null
  readonly from?: Temporal.PlainDate | null
  /** These alone, when some were chosen. */
  readonly ids?: readonly string[] | undefined
  /** What the words came to, where a page has searched for them already: it is asked once for a list and its counts. */
  readonly found?: readonly string[] | undefined
  /** Newest first unless told. */
  readonly sort?: Sort<RecordOrder> | undefined
  readonly page: number
  readonly size: number
}

/** One line of a list of records. The title is null for those who may know only that it exists. */
export interface RecordRow {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly category: string | null
  readonly state: string
  readonly occurredAt: Temporal.Instant | null
  readonly openedAt: Temporal.Instant
  readonly openedBy: string | null
  readonly closedAt: Temporal.Instant | null
  readonly step: string | null
  readonly stepDue: Temporal.Instant | null
  readonly people: string | null
  /** Who looks after it, where somebody said so. */
  readonly has: string | null
  /** New to the person who looks. */
  readonly unread: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

/** The records of a kind, a page of them. Row policies keep it to what this person may see. */
export async function listRecords(tx: Tx, filter: RecordFilter): Promise<RecordRow[]> {
  const rows = await filtered(tx, filter, await foundBy(tx, filter))
    .leftJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.reference',
      'r.category',
      'r.state',
      'r.occurred_at',
      'r.opened_at',
      'r.opened_by',
      'r.closed_at',
    ])
    .select(['d.title', 'd.fields', isUnread(onlooker(tx)).as('unread')])
    .select((eb) => [
      eb
        .selectFrom('app.record_step as s')
        .select('s.title')
        .whereRef('s.organisation_id', '=', 'r.organisation_id')
        .whereRef('s.record_id', '=', 'r.id')
        .orderBy('s.mandatory', 'desc')
        .orderBy('s.opened_at')
        .orderBy('s.key')
        .limit(1)
        .as('step'),
      eb
        .selectFrom('app.record_step as s')
        .select((e) => e.fn.min('s.due_at').as('due'))
        .whereRef('s.organisation_id', '=', 'r.organisation_id')
        .whereRef('s.record_id', '=', 'r.id')
        .as('step_due'),
      sql<
        string | null
      >`(select string_agg(coalesce(k.described, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)), ', ' order by k.added_at, k.id)
        from app.record_person k left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
        where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null)`.as('people'),
      sql<string | null>`(select trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)
        from app.record_assignment a join app.person p on p.organisation_id = a.organisation_id and p.id = a.person_id
        where r.given and a.organisation_id = r.organisation_id and a.record_id = r.id and a.ended_at is null)`.as(
        'has',
      ),
    ])
    .orderBy(orderOf(filter.sort ?? usualOrder))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    category: row.category,
    state: row.state,
    occurredAt: instant(row.occurred_at),
    openedAt: Temporal.Instant.from(row.opened_at),
    openedBy: row.opened_by,
    closedAt: instant(row.closed_at),
    step: row.step,
    stepDue: instant(row.step_due),
    people: row.people,
    has: row.has,
    unread: row.unread,
    fields: typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {},
  }))
}

/** A count over everything would read every row under its policy: past a thousand the exact number tells nobody anything. */
export const MOST_COUNTED = 1000

/** How many there are, up to a thousand. */
export async function countRecords(tx: Tx, filter: RecordFilter): Promise<number> {
  const some = filtered(tx, filter, await foundBy(tx, filter))
    .select('r.id')
    .limit(MOST_COUNTED)
    .as('some')
  const { count } = await tx
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const instant = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text))

const foundBy = async (tx: Tx, { kind, words, found }: RecordFilter): Promise<readonly string[] | null> =>
  words === '' ? null : (found ?? (await searchRecords(tx, kind, words)).ids)

function filtered(tx: Tx, filter: RecordFilter, found: readonly string[] | null) {
  const now = nowText(tx)
  const { organisationId } = contextOf(tx).actor
  return tx
    .selectFrom('app.record as r')
    .where('r.organisation_id', '=', organisationId)
    .where('r.kind', '=', filter.kind)
    .$if(filter.ids !== undefined, (query) => query.where('r.id', 'in', [...(filter.ids ?? [])]))
    .$if(filter.view === 'unread', (query) =>
      query.where(sql<boolean>`r.id = any (${unreadIds(organisationId, filter.kind, onlooker(tx))})`),
    )
    .$if(filter.view === 'open', (query) => query.where('r.state', '=', 'open'))
    .$if(filter.view === 'mine', (query) =>
      query.where('r.state', '=', 'open').where(
        sql<boolean>`r.id = any (array(select a.record_id from app.record_assignment a
            where a.organisation_id = ${organisationId} and a.person_id = ${onlooker(tx)}::uuid and a.ended_at is null))`,
      ),
    )
    .$if(filter.view === 'nobodys', (query) => query.where('r.state', '=', 'open').where(sql<boolean>`not r.given`))
    .$if(filter.view === 'closed', (query) => query.where('r.state', '=', 'closed'))
    .$if(filter.view === 'late', (query) =>
      query
        .where('r.state', '=', 'open')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('app.record_step as s')
              .select('s.key')
              .whereRef('s.organisation_id', '=', 'r.organisation_id')
              .whereRef('s.record_id', '=', 'r.id')
              .where('s.due_at', '<', now),
          ),
        ),
    )
    .$if(typeof filter.category === 'string', (query) => query.where('r.category', '=', filter.category ?? ''))
    .$if(filter.from instanceof Temporal.PlainDate, (query) =>
      query.where('r.opened_at', '>=', filter.from?.toString() ?? ''),
    )
    .$if(found !== null, (query) => query.where(sql<boolean>`r.id = any (${[...(found ?? [])]}::uuid[])`))
}
