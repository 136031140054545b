import { sql } from 'kysely'
import type { Sort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** The ways in which a register is looked at. */
export const registerViews = ['all', 'open', 'late', 'closed'] as const
export type RegisterView = (typeof registerViews)[number]

/** The columns by which a register is ordered; each is an index of app.record. */
export const registerOrders = ['opened', 'reference', 'standing'] as const
export type RegisterOrder = (typeof registerOrders)[number]
export const usualOrder: Sort<RegisterOrder> = { by: 'opened', down: true }

/** What a register is asked for. */
export interface RegisterFilter {
  readonly kind: string
  readonly view: RegisterView
  readonly words: string
  readonly sort: Sort<RegisterOrder>
  readonly page: number
  readonly size: number
}

/** One line of a register. The title is null for those who may know only that it exists. */
export interface RegisterRow {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly state: string
  readonly openedAt: Temporal.Instant
  readonly openedBy: string | null
  readonly closedAt: Temporal.Instant | null
  readonly step: string | null
  readonly stepDue: Temporal.Instant | null
  readonly people: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

const MOST_FOUND = 2000

/** Past a thousand the exact number tells nobody anything, and counting reads every row under its policy. */
export const MOST_COUNTED = 1000

/** The entries of a register, a page of them. Row policies keep it to what this person may see. */
export async function listRecords(tx: Tx, filter: RegisterFilter): Promise<RegisterRow[]> {
  const rows = await filtered(tx, filter)
    .leftJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.reference', 'r.state', 'r.opened_at', 'r.opened_by', 'r.closed_at', 'd.title', 'd.fields'])
    .select((eb) => [
      eb
        .selectFrom('app.record_step as s')
        .select('s.title')
        .whereRef('s.organisation_id', '=', 'r.organisation_id')
        .whereRef('s.record_id', '=', 'r.id')
        .orderBy('s.mandatory', 'desc')
        .orderBy('s.opened_at')
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
      >`(select string_agg(coalesce(k.described, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)), ', ' order by k.added_at)
        from app.record_person k left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
        where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null)`.as('people'),
    ])
    .orderBy(orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    state: row.state,
    openedAt: Temporal.Instant.from(row.opened_at),
    openedBy: row.opened_by,
    closedAt: instant(row.closed_at),
    step: row.step,
    stepDue: instant(row.step_due),
    people: row.people,
    fields: typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {},
  }))
}

/** How many there are, up to a thousand. */
export async function countRecords(tx: Tx, filter: RegisterFilter): Promise<number> {
  const some = filtered(tx, filter).select('r.id').limit(MOST_COUNTED).as('some')
  const { count } = await tx
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const instant = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text))

const orders = {
  opened: { up: sql`r.opened_at, r.id desc`, down: sql`r.opened_at desc, r.id` },
  reference: { up: sql`r.reference`, down: sql`r.reference desc` },
  standing: { up: sql`r.state, r.opened_at desc, r.id`, down: sql`r.state desc, r.opened_at, r.id desc` },
} as const

const orderOf = ({ by, down }: Sort<RegisterOrder>) => (down ? orders[by].down : orders[by].up)

function filtered(tx: Tx, filter: RegisterFilter) {
  const now = nowText(tx)
  return tx
    .selectFrom('app.record as r')
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', '=', filter.kind)
    .$if(filter.view === 'open', (query) => query.where('r.state', '=', 'open'))
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
    .$if(filter.words !== '', (query) =>
      query.where(
        'r.id',
        'in',
        sql<string>`(select app.search_records(${filter.kind}, ${filter.words}, ${MOST_FOUND}))`,
      ),
    )
}
