import { textsOf } from '#pack/check/view.ts'
import { type Place, placeOfPath, placeText } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { pageOf } from './forms/page-of.ts'

const MOST = 60

/** The parts of a policy in which every word that is looked for stands, each once, in the order of the policy. */
export function partsWith(pack: Pack, query: string): Place[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  const found = new Map<string, Place>()
  for (const { path, text } of textsOf(pack)) {
    const lower = text.toLowerCase()
    if (!wanted.every((word) => lower.includes(word))) continue
    const page = pageOf(pack, placeOfPath(pack, path))
    found.set(placeText(page), page)
    if (found.size >= MOST) break
  }
  return [...found.values()]
}
