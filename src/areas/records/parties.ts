import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'

/**
 * The parties that a person is or stands in for now: the posts they hold; the posts of which every holder is away today, or
 * which nobody holds, and that name theirs instead; and, in a case about the holder of a post, the post that they take over.
 * While a holder is there, nobody acts in their place. A handler of the case is also `handler`.
 */
export async function partiesOf(tx: Tx, pack: Pack, personId: string, circle: string): Promise<string[]> {
  const schoolId = circle.split(':')[1] ?? null
  const { holders, away } = await asSystem(tx, async () => ({
    holders: await holdersAt(tx, schoolId),
    away: await awayToday(tx),
  }))
  const own = Object.keys(holders).filter((party) => holders[party]?.includes(personId))
  const named = /_about_(\w+):/.exec(circle)?.[1] ?? null
  const stoodIn = Object.entries(pack.parties).flatMap(([id, party]) => {
    // Who manages or teaches whom is not known here: whoever the policy names else acts for the relation.
    const replaced = party.kind === 'relation' ? party.else : party.kind === 'post' ? party.instead : undefined
    if (replaced === undefined) return []
    const acting = actingFor(pack, `party/${id}`, holders, { keptOut: [], away })
    const about = party.kind === 'post' && id === named && own.includes(party.instead?.named_in_case ?? '')
    return acting.people.includes(personId) || about ? [`party/${id}`] : []
  })
  return [...new Set([...own, ...stoodIn]), 'handler']
}
