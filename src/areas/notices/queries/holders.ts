import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/**
 * Who holds each post at a school now, by `party/<post>`; without a school, at any. Posts without a school are held for all
 * of them.
 */
export async function holdersAt(tx: Tx, schoolId: string | null): Promise<Holders> {
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['h.post', 'h.person_id'])
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .$if(schoolId !== null, (query) =>
      query.where((eb) => eb.or([eb('h.school_id', 'is', null), eb('h.school_id', '=', schoolId)])),
    )
    .orderBy('h.id')
    .execute()
  return byParty(rows)
}

/** Who holds each post at the site that is called so and belongs to a school, by `party/<post>`. */
export async function holdersAtSite(tx: Tx, schoolId: string, site: string): Promise<Holders> {
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.site as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.site_id'),
    )
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['h.post', 'h.person_id'])
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('s.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.school_id', '=', schoolId)
    .where('s.name', '=', site)
    .where('h.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .orderBy('h.id')
    .execute()
  return byParty(rows)
}

function byParty(rows: readonly { post: string; person_id: string }[]): Holders {
  const holders: Record<string, string[]> = {}
  for (const { post, person_id } of rows) {
    const party = `party/${post}`
    holders[party] = [...new Set([...(holders[party] ?? []), person_id])]
  }
  return holders
}

/** The parties whose posts see everything of a circle, such as `concern:<school>`. */
export async function partiesOfCircle(tx: Tx, circle: string, policyVersionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.circle_post')
    .select('post')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('policy_version_id', '=', policyVersionId)
    .where('circle', '=', circle.split(':')[0] ?? '')
    .where('reach', '=', 'all')
    .execute()
  return rows.map(({ post }) => `party/${post}`)
}
