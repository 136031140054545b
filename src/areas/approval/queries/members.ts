import { belongingNow } from '#areas/people/index.ts'
import type { Audience } from '#core/actor.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Everybody who belongs to the organisation in one of some ways today. Run as the system. */
export async function membersAs(tx: Tx, audiences: readonly Audience[]): Promise<string[]> {
  if (audiences.length === 0) return []
  const rows = await belongingNow(tx)
    .select('m.person_id')
    .distinct()
    .where('m.kind', 'in', [...audiences])
    .orderBy('m.person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Who holds each post at any school, by `party/<post>`. */
export async function allHolders(tx: Tx): Promise<Holders> {
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['h.post', 'h.person_id'])
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .orderBy('h.id')
    .execute()
  const held = Map.groupBy(rows, (row) => `party/${row.post}`)
  return Object.fromEntries([...held].map(([party, own]) => [party, [...new Set(own.map((row) => row.person_id))]]))
}

/** Everybody of some posts, where `members/<kind>` stands for all who belong so. Run as the system. */
export async function peopleOf(tx: Tx, posts: readonly string[]): Promise<string[]> {
  const holders = await allHolders(tx)
  const kinds = (['staff', 'governor', 'parent', 'pupil', 'visitor'] as const).filter((kind) =>
    posts.includes(`members/${kind}`),
  )
  return [...new Set([...posts.flatMap((post) => holders[`party/${post}`] ?? []), ...(await membersAs(tx, kinds))])]
}

/** How whoever acts belongs to the organisation today, and the posts that they hold. */
export async function ownSeats(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const organisationId = contextOf(tx).actor.organisationId
  const kinds = await tx
    .selectFrom('app.person_membership')
    .select('kind')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
  const posts = await tx
    .selectFrom('app.post_holder')
    .select('post')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
  return new Set([...kinds.map((row) => `members/${row.kind}`), ...posts.map((row) => row.post)])
}
