import { whoActs } from '../who-acts.ts'
import type { Settling } from './log.ts'
import type { Place } from './settle.ts'
import type { StillNeeds } from './state.ts'
import { judged, type Walk } from './walk.ts'

/** What a recorded step still lacks: a second person, or the others of several who must each do it. */
export function whatIsMissing(walk: Walk, place: Place, by: Settling): StillNeeds[] {
  const { step, frame } = place
  const seconds = walk.log.seconds(place.key, by.seq)
  const missing: StillNeeds[] = []
  const who = whoActs(step.by ?? frame.chart.by, (expression) => judged(walk, frame, expression))
  if (who !== null && typeof who === 'object' && 'all_of' in who) {
    const covered = new Set([...by.parties, ...seconds.flatMap((one) => one.parties)])
    missing.push(...who.all_of.filter((one) => !covered.has(one)))
  }
  if (step.two_people && !seconds.some((one) => one.by !== null && one.by !== by.by)) missing.push('second_person')
  return missing
}
