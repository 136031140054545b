import type { ControlStanding, StandingSource } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { groupStandings } from './group-standings.ts'

/**
 * Answers for posts and groups: a post that somebody holds is kept, a vacant one that the policy requires is broken; of a group it says
 * which of its seats has nobody.
 */
export const peopleStandings: StandingSource = {
  kinds: ['party'],
  async standings(tx, policy, refs) {
    const holders = await countHolders(tx)
    const groups = await groupStandings(tx, policy, refs)
    return new Map(
      refs.map((ref): [string, ControlStanding] => {
        const id = ref.slice('party/'.length)
        const party = policy.pack.parties[id]
        const group = groups.get(ref)
        if (group !== undefined) return [ref, group]
        if (party?.kind !== 'post') return [ref, { state: 'published', proof: null, says: 'Named in the policy.' }]
        const count = holders.get(id) ?? 0
        if (count > 0)
          return [
            ref,
            {
              state: 'kept',
              proof: 'proved',
              says: count === 1 ? 'One person holds this post.' : `${count} people hold this post.`,
              counts: { holders: count },
            },
          ]
        return [ref, { state: party.required ? 'broken' : 'none', proof: null, says: 'Nobody holds this post.' }]
      }),
    )
  },
}

async function countHolders(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select(['post', (eb) => eb.fn.countAll<string>().as('count')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('until_on', 'is', null)
    .groupBy('post')
    .execute()
  return new Map(rows.map((row) => [row.post, Number(row.count)]))
}
