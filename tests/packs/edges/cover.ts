import type { Pack } from '#pack/types/pack.ts'
import { beginnings } from './beginnings.ts'
import { edgesOf } from './edges.ts'
import { type Journey, walkCase } from './journey.ts'

const PATIENCE = 40

/**
 * Journeys that between them go along every edge, few and short.
 * @throws Error with the edges that no case has come along after so many tries.
 */
export function cover(pack: Pack, tries = 800): Journey[] {
  const missing = new Set(edgesOf(pack))
  const often = new Map<string, number>()
  const found: Journey[] = []
  let lastNew = 0
  for (const [turn, beginning] of beginnings(pack, tries).entries()) {
    if (missing.size === 0) break
    // Some charts are only come to by leaving another.
    const late = turn - lastNew > PATIENCE || [...missing].every((one) => one.includes('~'))
    const journey = walkCase(pack, beginning, { often, late, turn })
    if (journey === null) continue
    found.push(journey)
    for (const one of journey.edges) if (missing.delete(one)) lastNew = turn
  }
  if (missing.size > 0) throw new Error(`no case has come along ${[...missing].join(', ')}`)
  return fewest(found, edgesOf(pack))
}

/** A few journeys that go along all of these edges: always the one with the most new edges for its length. */
export function fewest(journeys: readonly Journey[], edges: readonly string[]): Journey[] {
  const left = new Set(edges)
  const chosen: Journey[] = []
  const worth = (one: Journey) => [...one.edges].filter((edge) => left.has(edge)).length / (one.legs.length + 2)
  while (left.size > 0) {
    const [best] = journeys.toSorted((a, b) => worth(b) - worth(a))
    if (best === undefined || worth(best) === 0) break
    chosen.push(best)
    for (const edge of best.edges) left.delete(edge)
  }
  return chosen
}
