import { peopleFields } from '#areas/records/forms/people-fields.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import { moveCase } from '#pack/engines/flow/case.ts'
import { flowRef } from '#pack/engines/flow/chart.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { ChartRef, InPart } from '#pack/engines/flow/run.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Field } from '#pack/types/field.ts'
import type { WayOver } from '#pack/types/flow.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'
import { opened, take, type Walk, waiting } from '../record-walk.ts'
import { type Beginning, filledIn } from './beginnings.ts'
import { type Choice, choicesOf, someone, wordOf } from './choices.ts'
import { over, walked } from './edges.ts'

/** One thing that somebody does on a walk. */
export interface Leg {
  readonly chart: ChartRef
  readonly step: string
  readonly does: Choice
  /** What is chosen from lists beside it. */
  readonly fields: Readonly<Record<string, Scalar>>
  /** Who is named beside it, and in which field. */
  readonly named: readonly (InPart & { readonly field: string })[]
}

/** A case from its opening to one of its ends. */
export interface Journey {
  readonly form: Values
  readonly people: readonly InPart[]
  readonly legs: readonly Leg[]
  /** The edges of the charts that it walks, as `flow/x#step=answer` or `flow/x#step>next`. */
  readonly edges: ReadonlySet<string>
}

/** What a walk chooses by. */
export interface Luck {
  /** How often each choice was made. */
  readonly often: Map<string, number>
  /** Every edge within the charts has been walked; what is left are the ways from one to another. */
  readonly late: boolean
  readonly turn: number
}

/** Walks a case to its end by the choices made least; null when it takes too long. */
export function walkCase(pack: Pack, { form, people }: Beginning, luck: Luck): Journey | null {
  let now = opened(pack, 'record/incident', form, people)
  const legs: Leg[] = []
  const left: string[] = []
  for (let count = 0; count < 150; count += 1) {
    const [step] = waiting(now)
    if (step === undefined) return { form, people, legs, edges: new Set([...walked(now), ...left]) }
    const does = least(pack, step, luck)
    const asks = asked(step, does)
    const fields = listed(pack, asks, luck.turn)
    const named = peopleFields(asks).map(({ id, parts = [] }) => ({ field: id, ...someone(parts[0] ?? '') }))
    const next = 'move' in does ? moved(now, does.move) : take(now, step, does, { fields, people: named, ...who(does) })
    if (!next.ok) throw new Error(`${step.chart}#${step.stepId}: ${next.code} ${next.says}`)
    if ('move' in does) left.push(over(step.chart, does.move))
    legs.push({ chart: step.chart, step: step.stepId, does, fields, named })
    now = { ...now, run: next.run }
  }
  return null
}

const who = (does: Does) => ('second' in does ? { person: 'second' } : {})

const moved = ({ pack, run, context }: Walk, { goto }: WayOver) =>
  moveCase(pack, run, flowRef(goto), { by: 'walker', at: run.starts.at, reason: 'Said in the test' }, context)

function asked(step: OpenStep, does: Choice): Field[] {
  if (!('answers' in does || 'done' in does)) return []
  const chosen = 'answers' in does ? step.answers.filter(({ id }) => does.answers.includes(id)) : []
  return [...step.fields, ...chosen.flatMap((answer) => answer.fields)]
}

function listed(pack: Pack, fields: readonly Field[], turn: number): Record<string, Scalar> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.type.startsWith('list/') ? filledIn(pack, field, turn) : undefined
      return value === undefined ? [] : [[field.id, value as Scalar]]
    }),
  )
}

// What was chosen least; a chart is left for another once, when its own edges have been walked.
function least(pack: Pack, step: OpenStep, { often, late }: Luck): Choice {
  const key = (does: Choice) => `${step.chart}#${'move' in does ? '' : step.stepId}=${wordOf(does)}`
  const times = (does: Choice) => often.get(key(does)) ?? ('move' in does ? -1 : 0)
  const choices = choicesOf(pack, step).filter((does) => !('move' in does) || (late && times(does) < 0))
  const [first] = choices.toSorted((a, b) => times(a) - times(b))
  if (first === undefined) throw new Error(`${step.stepId} offers nothing`)
  often.set(key(first), times(first) + 1)
  return first
}

/** The steps of a case in words. */
export const wayOf = ({ legs }: Journey): string => legs.map(({ step }) => step).join(', ')
