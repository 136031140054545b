import type { DecisionStep } from '../../types/step.ts'
import { standingOfDecision } from '../decisions/decide.ts'
import { idOf } from './chart.ts'
import { type Place, type Settled, stillOpen, visitOf } from './settle.ts'
import type { Walk } from './walk.ts'

/** Settles a step that waits for a yes or a no. */
export function settleDecision(walk: Walk, place: Place, step: DecisionStep): Settled {
  const decision = walk.pack.decisions[idOf(step.decision)]
  const voices = walk.log.voices(place.key)
  const last = voices.at(-1) ?? null
  if (decision === undefined) return stillOpen(place, null, ['answer'])
  const standing = standingOfDecision(
    decision,
    voices.map((one) => ({ person: one.by ?? 'system', parties: one.parties, says: one.says, at: one.at })),
  )
  if (standing.kind === 'open') return stillOpen(place, null, standing.waitsFor)
  const next = standing.kind === 'agreed' ? step.next : step.refused
  return { visit: visitOf(place, 'done', last, [next], []), next, after: last?.at ?? place.since, ends: false }
}
