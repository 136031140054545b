import type { Does } from '#pack/engines/flow/answer.ts'
import type { Awaited } from '#pack/engines/flow/awaited.ts'
import { chartOf } from '#pack/engines/flow/chart.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { WayOver } from '#pack/types/flow.ts'
import type { Pack } from '#pack/types/pack.ts'
import { choicesAt } from '../walk.ts'

/** What somebody does at a step: an answer, or leaving its chart for another that stands open beside it. */
export type Choice = Does | { readonly move: WayOver }

/** Everything that may be done at a step now. */
export function choicesOf(pack: Pack, step: OpenStep): Choice[] {
  const ways = step.waysOver.map((move) => ({ move }))
  return [...answersTo(pack, step), ...ways]
}

function answersTo(pack: Pack, step: OpenStep): Does[] {
  if (step.kind === 'decision') return [{ voice: 'yes' }, { voice: 'no' }]
  if (step.awaits !== null) return answersOf(step.awaits, step.optional)
  if (step.stillNeeds.includes('people')) return partsAsked(pack, step).map((part) => ({ people: [someone(part)] }))
  if (step.stillNeeds.length > 0 && !step.stillNeeds.includes('answer')) return [{ second: true }]
  return choicesAt(step)
}

function answersOf({ parties, heard }: Awaited, optional: boolean): Does[] {
  const missing = parties.filter((party) => !heard.includes(party)).map((party) => ({ heard: party }))
  return optional ? [...missing, { notNeeded: true }] : missing
}

/** Somebody for a part: the same person whenever the part is named. */
export const someone = (part: string, which = 'first') => ({ person: `${which}-${part}`, part })

function partsAsked(pack: Pack, { chart, stepId }: OpenStep): readonly string[] {
  const step = chartOf(pack, chart).steps[stepId]
  return step !== undefined && 'for_each' in step && 'person_with' in step.for_each ? step.for_each.person_with : []
}

/** A choice in a word. */
export function wordOf(does: Choice): string {
  if ('move' in does) return `to ${does.move.id}`
  if ('answers' in does) return does.answers.join('+')
  if ('people' in does) return does.people.map(({ part }) => part).join('+')
  if ('heard' in does) return does.heard
  return 'voice' in does ? does.voice : (Object.keys(does)[0] ?? '')
}
