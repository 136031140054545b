import type { Place } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { controlOf } from './build.ts'
import { typeAt } from './type-at.ts'

const LISTS: ReadonlySet<string> = new Set(['clauses', 'sections', 'planned'])
const SINGLE: ReadonlySet<string> = new Set(['pack', 'terms', 'levels'])

/** The part whose page shows what stands at a place: the innermost that has a page of its own. */
export function pageOf(pack: Pack, place: Place): Place {
  const [holder = ''] = place
  if (SINGLE.has(holder)) return [holder]
  let page = place.slice(0, 2)
  for (let length = 3; length < place.length; length += 1) {
    const list = place.slice(0, length)
    const type = typeAt(pack, list)
    if (type === null) break
    const control = controlOf(type, list.at(-1) ?? '', { pack, place: list.slice(0, -1) })
    if (control.is === 'parts') page = place.slice(0, length + 1)
  }
  return LISTS.has(holder) ? place.slice(0, 2) : page
}
