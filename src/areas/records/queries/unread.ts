import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who looks, for asking what is new to them. */
export const onlooker = (tx: Tx): string => {
  const { actor } = contextOf(tx)
  return actor.kind === 'person' ? actor.personId : NOBODY
}

/**
 * Whether the record `r` is new to a person: it is open and they never opened it, or it went on, by another hand, since they
 * last did. What closed before they ever looked is history, not news.
 */
export const isUnread = (me: string) => sql<boolean>`coalesce((
  select r.closed_at > n.seen_at or exists (
      select 1 from app.record_event e
       where e.organisation_id = n.organisation_id and e.record_id = n.record_id and e.at > n.seen_at
         and e.by_person_id is distinct from ${me}::uuid)
    from app.record_seen n
   where n.organisation_id = r.organisation_id and n.person_id = ${me}::uuid and n.record_id = r.id
), r.state = 'open' and r.opened_by is distinct from ${me}::uuid)`

/**
 * The same as a list of records, from the open ones and from what this person has seen. As an array it is worked out once; as
 * a joined set the planner, which cannot know how few they are, asked it again for every case.
 */
export const unreadIds = (organisationId: string, kind: string, me: string) => sql<string[]>`array(
  select o.id from app.record o
   where o.organisation_id = ${organisationId} and o.kind = ${kind} and o.state = 'open'
     and o.opened_by is distinct from ${me}::uuid
     and not exists (select 1 from app.record_seen n
          where n.organisation_id = o.organisation_id and n.person_id = ${me}::uuid and n.record_id = o.id)
  union
  select n.record_id from app.record_seen n
    join app.record o on o.organisation_id = n.organisation_id and o.id = n.record_id
   where n.organisation_id = ${organisationId} and n.person_id = ${me}::uuid
     and (o.closed_at > n.seen_at or exists (
          select 1 from app.record_event e
           where e.organisation_id = n.organisation_id and e.record_id = n.record_id and e.at > n.seen_at
             and e.by_person_id is distinct from ${me}::uuid))
)`
