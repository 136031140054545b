import type { Pack } from '../../types/pack.ts'
import { departuresFrom, type Proposal } from '../tables/proposal.ts'
import type { StepInput } from './answer.ts'
import { isBlank } from './checks.ts'
import { evidenceOf } from './evidence.ts'
import type { InPart, Run, RunEvent, StepEvent } from './run.ts'
import type { Visit } from './state.ts'
import { voicesGiven } from './voices.ts'

/** The events of an answer that has been checked. People come first, so that their branches open with the answer. */
export function eventsOf(
  pack: Pack,
  run: Run,
  visit: Visit,
  input: StepInput,
  proposal: Proposal | null = null,
): RunEvent[] {
  const { does } = input
  const people = 'people' in does ? does.people : (input.people ?? [])
  const events: RunEvent[] = []
  if (people.length > 0) events.push(peopleAdded(run.events.length + 1, people, input))
  const event = 'people' in does ? null : stepEvent(pack, run.events.length + events.length + 1, visit, input, proposal)
  return event === null ? events : [...events, event]
}

function stepEvent(
  pack: Pack,
  seq: number,
  visit: Visit,
  input: StepInput,
  proposal: Proposal | null,
): StepEvent | null {
  const { does } = input
  const corrects = 'second' in does || 'voice' in does || 'heard' in does ? undefined : visit.by?.seq
  const common = {
    ...base(seq, input),
    step: visit.key,
    chart: visit.frame.chart.ref,
    stepId: visit.stepId,
    branch: visit.frame.branch,
    parties: input.by.parties,
    ...(input.fields === undefined ? {} : { fields: input.fields }),
    ...(input.witness === undefined ? {} : { witness: input.witness }),
    ...(input.told === undefined || input.told.length === 0 ? {} : { told: input.told }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(input.lateBecause === undefined ? {} : { lateBecause: input.lateBecause }),
  }
  if ('answers' in does)
    return { ...common, kind: 'answered', answers: does.answers, ...appliedIn(proposal, does.answers, input) }
  if ('done' in does) {
    const item = evidenceOf(visit.step) === null || input.item === undefined ? {} : { item: input.item }
    return { ...common, ...item, kind: 'done', ...(visit.since === '' ? { early: true as const } : {}) }
  }
  if ('notNeeded' in does) return { ...common, kind: 'not_needed', reason: input.reason ?? '' }
  if ('second' in does) return { ...common, kind: 'seconded' }
  if ('voice' in does) {
    const minute = isBlank(input.minute) ? {} : { minute: input.minute ?? '' }
    return { ...common, parties: voicesGiven(pack, input), kind: 'voiced', says: does.voice, ...minute }
  }
  if ('heard' in does) return { ...common, kind: 'heard', heard: does.heard }
  if ('gaveUp' in does) return { ...common, kind: 'gave_up' }
  return { ...common, kind: 'taken_back', corrects: corrects ?? 0, reason: input.reason ?? '' }
}

// Only the reasons of what was really departed from: what was typed beside a confirmed outcome says nothing.
function appliedIn(applied: Proposal | null, chosen: readonly string[], { departed = {} }: StepInput) {
  if (applied === null) return {}
  const { added, leftOut } = departuresFrom(applied, chosen)
  const reasons = [...added, ...leftOut].map((id) => [id, departed[id] ?? ''] as const)
  return { applied, ...(reasons.length === 0 ? {} : { departed: Object.fromEntries(reasons) }) }
}

const peopleAdded = (seq: number, people: readonly InPart[], input: StepInput): RunEvent => ({
  ...base(seq, input),
  kind: 'people_added',
  people,
})

const base = (seq: number, input: StepInput) => ({
  seq,
  at: input.at,
  by: input.by.person,
  ...(input.note === undefined ? {} : { note: input.note }),
})
