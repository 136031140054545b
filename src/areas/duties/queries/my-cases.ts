import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Held } from './may-do.ts'

/** A step of a case that waits for the person. */
export interface MyStep {
  readonly recordId: string
  readonly kind: string
  readonly reference: string
  readonly caseTitle: string
  readonly key: string
  readonly title: string
  readonly openedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly mandatory: boolean
}

/** A case that the person holds. */
export interface MyCase {
  readonly id: string
  readonly reference: string
  readonly title: string
  /** The next step, whoever has it. */
  readonly step: string | null
  readonly dueAt: Temporal.Instant | null
  readonly isMine: boolean
}

const MOST_STEPS = 50
const MOST_CASES = 5
/** Past a hundred the exact number tells nobody anything, and finding it would read them all. */
export const MOST_COUNTED = 100

const HAS = sql`select a.person_id from app.record_assignment a
  where r.given and a.organisation_id = r.organisation_id and a.record_id = r.id and a.ended_at is null`

// A step "for the handler" waits for whoever was given the case, or else for whoever opened it.
const isMine = (actor: PersonActor, posts: readonly string[]) => sql<boolean>`
  (string_to_array(s.party, ',') && ${posts}::text[] or ('handler' = any (string_to_array(s.party, ',')) and coalesce((${HAS}), r.opened_by) = ${actor.personId}))`

// What is in force waits for nobody: it ends by itself, or somebody lifts it.
const IS_CASE = sql`(r.kind = 'incident' or ((r.kind like 'action\\_%' or r.kind like 'exception\\_%' or r.kind like 'held\\_by\\_%' or r.kind = 'to_do') and s.key not like '%:in\\_force:%'))`

const waiting = (actor: PersonActor, posts: readonly string[]) => sql`
  from app.record_step s
  join app.record r on r.organisation_id = s.organisation_id and r.id = s.record_id
 where s.organisation_id = ${actor.organisationId} and r.state = 'open' and ${IS_CASE} and ${isMine(actor, posts)}`

/** How many steps wait for the person, up to as many as are listed: found on every page, so it reads no more than it must. */
export async function countSteps(tx: Tx, actor: PersonActor, held: Held): Promise<number> {
  const posts = held.posts.map((one) => one.post)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from (select 1 ${waiting(actor, posts)} limit ${MOST_STEPS}) as steps`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The open steps of cases that wait for the person: what is due soonest first. */
export async function mySteps(tx: Tx, actor: PersonActor, held: Held): Promise<MyStep[]> {
  const posts = held.posts.map((one) => one.post)
  const { rows } = await sql<{
    record_id: string
    kind: string
    reference: string
    case_title: string
    key: string
    title: string
    opened_at: string
    due_at: string | null
    mandatory: boolean
  }>`select s.*, d.title as case_title
       from (select s.organisation_id, s.record_id, r.kind, r.reference, s.key, s.title, s.opened_at, s.due_at, s.mandatory
               ${waiting(actor, posts)}
              order by s.due_at nulls last, s.opened_at, s.record_id, s.key limit ${MOST_STEPS}) s
       join app.record_detail d on d.organisation_id = s.organisation_id and d.record_id = s.record_id
      order by s.due_at nulls last, s.opened_at, s.record_id, s.key`.execute(tx)
  return rows.map((row) => ({
    recordId: row.record_id,
    kind: row.kind,
    reference: row.reference,
    caseTitle: row.case_title,
    key: row.key,
    title: row.title,
    openedAt: Temporal.Instant.from(row.opened_at),
    dueAt: row.due_at === null ? null : Temporal.Instant.from(row.due_at),
    mandatory: row.mandatory,
  }))
}

// The soonest steps come first, as the cases do: so those shown are among them.
const casesOf = (actor: PersonActor, posts: readonly string[]) => sql`
  (select distinct id from (select r.id ${waiting(actor, posts)} and r.kind = 'incident'
    order by s.due_at nulls last, r.opened_at desc, r.id limit ${2 * MOST_COUNTED}) as soonest)
  union
  (select r.id from app.record_assignment a
     join app.record r on r.organisation_id = a.organisation_id and r.id = a.record_id
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId} and a.ended_at is null
      and r.kind = 'incident' and r.state = 'open' and r.given
    order by r.opened_at desc, r.id limit ${MOST_COUNTED})
  union
  (select r.id from app.record r
    where r.organisation_id = ${actor.organisationId} and r.opened_by = ${actor.personId} and r.kind = 'incident'
      and r.state = 'open' and not r.given
    order by r.opened_at desc, r.id limit ${MOST_COUNTED})`

/**
 * The open cases that the person was given, or opened and nobody else was given, or in which a step waits for them; and how
 * many there are, up to a hundred. Each of the three is found by an index of its own: those that are nobody's concern here
 * are not read.
 */
export async function myCases(tx: Tx, actor: PersonActor, held: Held): Promise<{ cases: MyCase[]; count: number }> {
  const posts = held.posts.map((one) => one.post)
  const { rows } = await sql<{
    id: string
    reference: string
    title: string
    step: string | null
    due_at: string | null
    mine: boolean | null
    count: number
  }>`with mine as (${casesOf(actor, posts)}), counted as (select id from mine limit ${MOST_COUNTED})
     select r.id, r.reference, d.title, s.title as step, s.due_at, s.mine, (select count(*) from counted)::int as count
       from mine
       join app.record r on r.organisation_id = ${actor.organisationId} and r.id = mine.id
       join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
       left join (select distinct on (s.record_id) s.record_id, s.title, s.due_at, coalesce(${isMine(actor, posts)}, false) as mine
           from app.record_step s join app.record r on r.organisation_id = s.organisation_id and r.id = s.record_id
          where s.organisation_id = ${actor.organisationId} and s.record_id = any (array(select id from mine))
          order by s.record_id, mine desc, s.due_at nulls last, s.mandatory desc, s.key) s on s.record_id = r.id
      order by s.mine desc nulls last, s.due_at nulls last, r.opened_at desc, r.id limit ${MOST_CASES}`.execute(tx)
  return {
    cases: rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      title: row.title,
      step: row.step,
      dueAt: row.due_at === null ? null : Temporal.Instant.from(row.due_at),
      isMine: row.mine ?? false,
    })),
    count: rows[0]?.count ?? 0,
  }
}
