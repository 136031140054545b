import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/**
 * The parties that a person is or stands in for: the posts they hold, the posts whose holder is away and names them, and,
 * in a case about the holder of a post, the post that they take over. A handler of the case is also `handler`.
 */
export async function partiesOf(tx: Tx, pack: Pack, personId: string, circle: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select('post')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
  const posts = rows.map((row) => row.post)
  const named = /_about_(\w+):/.exec(circle)?.[1] ?? null
  const stoodIn = Object.entries(pack.parties).flatMap(([id, party]) => {
    if (party.kind !== 'post' || party.instead === undefined) return []
    const away = party.instead.away?.slice('party/'.length)
    const about = party.instead.named_in_case.slice('party/'.length)
    return (away !== undefined && posts.includes(away)) || (id === named && posts.includes(about)) ? [id] : []
  })
  return [...new Set([...posts, ...stoodIn].map((post) => `party/${post}`)), 'handler']
}
