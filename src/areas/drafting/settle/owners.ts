import { isMap, readPlace, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Point } from './points.ts'

/** Under which words a construct says whose it is. */
const OWNERS = ['by', 'owner', 'held_by', 'set_by', 'handled_by', 'settled_by'] as const

/**
 * The posts to which a point belongs: the party that the pack names for it, else whoever does the step, owns the duty, checks
 * the measure; the nearest to the point first. Empty where it belongs to nobody by name.
 */
export function ownersOf(pack: Pack, point: Point): string[] {
  if (point.by !== null) return postsIn(pack, point.by)
  const path = readPlace(point.place) ?? []
  // Who stands in for a post is for its holder to say.
  if (path[0] === 'parties') return postsIn(pack, `party/${path[1] ?? ''}`)
  for (let length = path.length; length >= 2; length -= 1) {
    const around = valueAt(pack, path.slice(0, length))
    if (!isMap(around)) continue
    for (const key of OWNERS) {
      const posts = postsIn(pack, around[key])
      if (posts.length > 0) return posts
    }
  }
  return []
}

/** The ids of the posts and groups named in `party/…`, several, or several by case; people of one case are nobody's post. */
function postsIn(pack: Pack, who: unknown): string[] {
  return [...new Set(refsIn(who))].filter((id) => {
    const kind = pack.parties[id]?.kind
    return kind === 'post' || kind === 'group'
  })
}

function refsIn(who: unknown): string[] {
  if (typeof who === 'string') return who.startsWith('party/') ? [who.slice('party/'.length)] : []
  if (Array.isArray(who)) return who.flatMap(refsIn)
  return isMap(who) ? [who.any_of, who.all_of, who.who].flatMap(refsIn) : []
}
