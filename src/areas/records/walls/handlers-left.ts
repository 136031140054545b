import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'

/** Somebody who can handle a record, with the post because of which they can. */
export interface HandlerLeft {
  readonly personId: string
  readonly name: string
  readonly post: string
}

/** Those who see the whole of a record now and may handle it, walls and stand-ins counted. Runs as the system. */
export async function handlersLeft(tx: Tx, policy: PolicyInForce, recordId: string): Promise<readonly HandlerLeft[]> {
  const { rows } = await sql<HandlerLeft & { kind: string; circle: string; openedBy: string | null }>`
    select distinct on (p.id) p.id as "personId", c.post, r.kind, r.circle, r.opened_by as "openedBy",
           trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name
      from app.record r
      join app.circle_post c on c.organisation_id = r.organisation_id and c.policy_version_id = r.policy_version_id
       and c.circle = split_part(r.circle, ':', 1) and c.reach = 'all'
      join app.post_holder h on h.organisation_id = c.organisation_id and h.post = c.post and h.until_on is null
       and (h.school_id is null or h.school_id = r.school_id)
      join app.person p on p.organisation_id = h.organisation_id and p.id = h.person_id and p.ended_on is null
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.id = ${recordId}
       and not exists (select 1 from app.record_wall w where w.organisation_id = p.organisation_id
                          and w.record_id = r.id and w.person_id = p.id and w.lifted_at is null)
     order by p.id, c.post`.execute(tx)
  const left: HandlerLeft[] = []
  for (const { personId, name, post, ...record } of rows) {
    const parties = await actingAs(tx, policy, personId, record)
    if (parties.includes('handler')) left.push({ personId, name, post })
  }
  return left
}
