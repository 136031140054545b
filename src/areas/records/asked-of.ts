import { chartOf, idOf } from '#pack/engines/flow/chart.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Voice, Voices } from '#pack/types/decision.ts'
import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { Who, WhoByCase } from '#pack/types/who.ts'

/** The parties that a step asks for: those it names, whoever may decide it, or whoever handles the record. */
export function askedOf(pack: Pack, { chart, stepId, by }: Pick<OpenStep, 'chart' | 'stepId' | 'by'>): string[] {
  const step = chartOf(pack, chart).steps[stepId]
  if (step === undefined || step.by !== undefined || !('decision' in step)) return partiesIn(by)
  const decision = pack.decisions[idOf(step.decision)]
  return decision === undefined ? [] : voicesIn(decision.by)
}

/** Whether all of those whom a step asks for have to do it, not any of them. */
export const asksEach = (by: Who | null): boolean => by !== null && typeof by === 'object' && 'all_of' in by

/** The parties of a “who”, in its order; of one with cases, those of every case. */
export const partiesIn = (who: WhoByCase | null | undefined): string[] =>
  who === null || who === undefined ? [] : [...membersOf(who)]

const voicesIn = (voices: Voices): string[] =>
  'in_order' in voices ? [...new Set(voices.in_order.flatMap(voiceIn))] : voiceIn(voices)

function voiceIn(voice: Voice): string[] {
  if ('any' in voice) return [...new Set(voice.any.flatMap(voiceIn))]
  if ('any_of' in voice) return [...voice.any_of]
  return 'all_of' in voice ? [...voice.all_of] : [voice.body]
}
