import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Sort } from '#core/sort.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ConcernLine, ConcernView } from '../lines.ts'
import type { ConcernOrder } from './list-order.ts'
import { orderOf, usualOrder } from './list-order.ts'
import { searchConcerns } from './search-concerns.ts'

/** What the list is asked for. */
export interface ConcernFilter {
  readonly view: ConcernView
  readonly worry: string | null
  readonly words: string
  /** These alone, when some were chosen. */
  readonly ids?: readonly string[] | undefined
  /** What the words came to, where a page has searched for them already: it is asked once for a list and its counts. */
  readonly found?: readonly string[] | undefined
  /** What nobody has taken first unless told. */
  readonly sort?: Sort<ConcernOrder> | undefined
  readonly page: number
  readonly size: number
}

const STATES = ['new', 'taken', 'incident', 'closed'] as const
/** Past a thousand the exact number tells nobody anything, and finding it would read them all. */
export const MOST_COUNTED = 1000

/** A page of the concerns. Row policies keep it to what this person may see. */
export async function listConcerns(tx: Tx, actor: PersonActor, filter: ConcernFilter): Promise<ConcernLine[]> {
  const rows = await filtered(tx, actor, filter, await foundBy(tx, filter))
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.taken_by'),
    )
    .leftJoin('app.concern_reporter as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.concern_id', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.state',
      'c.about_kind',
      'c.reporter_kind',
      'c.in_danger',
      'c.wants_answer',
      'c.told_at',
      'c.closed_at',
    ])
    .select([
      sql<string>`left(c.body, 160)`.as('begins'),
      sql<boolean>`r.person_id is not null`.as('named'),
      sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('taken_by'),
      sql<string | null>`(select m.direction from app.concern_message m
        where m.organisation_id = c.organisation_id and m.concern_id = c.id
        order by m.written_at desc, m.id desc limit 1)`.as('last'),
      // With its limit it is asked for each line of the page; an `exists` would read every message first.
      sql<boolean>`coalesce((select true from app.concern_message m
        where m.organisation_id = c.organisation_id and m.concern_id = c.id
          and m.direction = 'to_reporter' and m.author_id is not null limit 1), false)`.as('written'),
    ])
    .orderBy(orderOf(filter.sort ?? usualOrder, filter.view))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: STATES.find((state) => state === row.state) ?? 'new',
    aboutKind: row.about_kind,
    begins: row.begins,
    reporterKind: row.reporter_kind,
    named: row.named,
    inDanger: row.in_danger,
    wantsAnswer: row.wants_answer,
    written: row.written,
    finished: row.closed_at !== null,
    waitsForUs: row.last === 'from_reporter',
    toldAt: Temporal.Instant.from(row.told_at),
    takenBy: row.taken_by,
  }))
}

/** How many there are, up to a thousand. */
export async function countConcerns(tx: Tx, actor: PersonActor, filter: ConcernFilter): Promise<number> {
  const some = filtered(tx, actor, filter, await foundBy(tx, filter))
    .select('c.id')
    .limit(MOST_COUNTED)
    .as('some')
  const { count } = await tx
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const foundBy = async (tx: Tx, { words, found }: ConcernFilter): Promise<readonly string[] | null> =>
  words === '' ? null : (found ?? (await searchConcerns(tx, words)).ids)

function filtered(tx: Tx, actor: PersonActor, { view, worry, ids }: ConcernFilter, found: readonly string[] | null) {
  return (
    tx
      .selectFrom('app.concern as c')
      .where('c.organisation_id', '=', actor.organisationId)
      .$if(ids !== undefined, (query) => query.where('c.id', 'in', [...(ids ?? [])]))
      // What is dealt with together stands in the lists of work once.
      .$if(['open', 'new', 'mine'].includes(view), (query) => query.where('c.joined_to', 'is', null))
      .$if(view === 'open', (query) => query.where('c.state', 'in', ['new', 'taken']))
      .$if(view === 'new', (query) => query.where('c.state', '=', 'new'))
      .$if(view === 'mine', (query) => query.where('c.taken_by', '=', actor.personId).where('c.state', '=', 'taken'))
      .$if(view === 'closed', (query) => query.where('c.state', 'in', ['incident', 'closed']))
      .$if(worry !== null, (query) => query.where('c.about_kind', '=', worry))
      .$if(found !== null, (query) => query.where(sql<boolean>`c.id = any (${[...(found ?? [])]}::uuid[])`))
  )
}
