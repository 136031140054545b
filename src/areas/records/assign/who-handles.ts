import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'

/** Somebody to whom a case or a concern can be given. */
export interface Handler {
  readonly personId: string
  readonly name: string
}

/**
 * Those who handle a kind of record in the circles that whoever asks handles it in: for lists, from which one of them is
 * chosen for several at once. Nobody for whoever handles none.
 */
export async function whoHandles(tx: Tx, policy: PolicyInForce, kind: string): Promise<Handler[]> {
  const { organisationId } = contextOf(tx).actor
  const { rows: mine } = await sql<{ circle: string }>`
    select circle from unnest(app.current_circles('all')) as circle
     where split_part(circle, ':', 1) = ${kind} or circle like ${`${kind.replaceAll('_', '\\_')}\\_case\\_%`}`.execute(
    tx,
  )
  const circles = mine.map((row) => row.circle)
  if (circles.length === 0) return []
  return asSystem(tx, async () => {
    const { rows } = await sql<Handler & { circle: string }>`
      select distinct on (p.id) p.id as "personId", s.circle || ':' || s.school as circle,
             trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name
        from (select split_part(one, ':', 1) as circle, split_part(one, ':', 2) as school from unnest(${circles}::text[]) as one) s
        join app.circle_post c on c.organisation_id = ${organisationId} and c.policy_version_id = ${policy.id}
         and c.circle = s.circle and c.reach = 'all'
        join app.post_holder h on h.organisation_id = c.organisation_id and h.post = c.post and h.until_on is null
         and (h.school_id is null or h.school_id::text = s.school)
        join app.person p on p.organisation_id = h.organisation_id and p.id = h.person_id and p.ended_on is null
       order by p.id, s.circle, s.school`.execute(tx)
    const found: Handler[] = []
    for (const { personId, name, circle } of rows) {
      if (
        kind === 'concern' ||
        (await actingAs(tx, policy, personId, { kind, circle, openedBy: null })).includes('handler')
      )
        found.push({ personId, name })
    }
    return found.toSorted(
      (one, other) => one.name.localeCompare(other.name, 'en-GB') || (one.personId < other.personId ? -1 : 1),
    )
  })
}
