import type { Text } from '../../types/base.ts'
import type { WayOver } from '../../types/flow.ts'
import type { Pack } from '../../types/pack.ts'
import type { Step, Steps } from '../../types/step.ts'
import type { WhoByCase } from '../../types/who.ts'
import type { ChartRef } from './run.ts'

/** A procedure, whether it is a record's own or a flow. */
export interface Chart {
  readonly ref: ChartRef
  readonly id: string
  readonly start: string
  readonly steps: Steps
  readonly by: WhoByCase | null
  /** No file, copy or print may be reachable here. */
  readonly filesNever: boolean
  /** Ways over to another procedure that stand beside every step; `moveCase` takes them. */
  readonly waysOver: readonly WayOver[]
  readonly says: Text
}

/** The procedure that a reference names. The checker has seen to it that there is one. */
export function chartOf(pack: Pack, ref: ChartRef): Chart {
  const id = idOf(ref)
  if (ref.startsWith('flow/')) {
    const flow = pack.flows[id]
    if (flow === undefined) throw new TypeError(`The pack has no ${ref}`)
    return {
      ref,
      id,
      start: flow.start,
      steps: flow.steps,
      by: flow.by,
      filesNever: flow.files === 'never',
      waysOver: flow.at_any_time ?? [],
      says: flow.says,
    }
  }
  const record = pack.records[id]
  if (record === undefined) throw new TypeError(`The pack has no ${ref}`)
  const by = record.handled_by ?? record.opened_by ?? null
  const { start = 'end', steps, says } = record
  return { ref, id, start, steps, by, filesNever: false, waysOver: [], says }
}

/** The id in a reference, without its kind and part. */
export const idOf = (ref: string): string => ref.split('/')[1]?.split('#')[0] ?? ref

/** A reference to a flow, as a chart. */
export const flowRef = (ref: string): `flow/${string}` => `flow/${idOf(ref)}`

/** The kind of record that a run is about, also when it runs a flow alone. */
export const recordOf = (pack: Pack, ref: ChartRef): string =>
  idOf(ref.startsWith('flow/') ? (pack.flows[idOf(ref)]?.in[0] ?? '') : ref)

/** The parts of the record that a run is about. */
export const partsOf = (pack: Pack, ref: ChartRef): readonly { readonly id: string; readonly kept_out: boolean }[] =>
  pack.records[recordOf(pack, ref)]?.parts ?? []

export type StepKind = 'ask' | 'do' | 'decision' | 'wait' | 'for_each' | 'parallel' | 'call' | 'goto' | 'branch' | 'end'

/** The kind of a step, told by its first key. */
export function kindOf(step: Step): StepKind {
  if ('ask' in step) return 'ask'
  if ('do' in step) return 'do'
  if ('table' in step) return 'ask'
  if ('decision' in step) return 'decision'
  if ('wait_for' in step) return 'wait'
  if ('for_each' in step) return 'for_each'
  if ('parallel' in step) return 'parallel'
  if ('call' in step) return 'call'
  if ('goto' in step) return 'goto'
  return 'branch' in step ? 'branch' : 'end'
}

/** Whether a step may be marked not needed. */
export const isOptional = (step: Step): boolean =>
  ('optional' in step && step.optional) || ('ask' in step && step.skip_to !== undefined)

/** Where a step can lead in its own chart, with the answer that leads there. */
export function waysOut(step: Step): { readonly to: string; readonly answer: string | null }[] {
  if ('ask' in step) {
    const ways = step.answers.map((one) => ({ to: one.next, answer: one.id }))
    const past = [step.join, step.skip_to].filter((to) => to !== undefined)
    return [...ways, ...past.map((to) => ({ to, answer: null }))]
  }
  if ('decision' in step) {
    return [
      { to: step.next, answer: 'yes' },
      { to: step.refused, answer: 'no' },
    ]
  }
  if ('parallel' in step) return [...step.parallel, step.join].map((to) => ({ to, answer: null }))
  if ('branch' in step) return [...step.branch.map((one) => one.next), step.else].map((to) => ({ to, answer: null }))
  if ('wait_for' in step && step.give_up !== undefined) {
    return [
      { to: step.next, answer: null },
      { to: step.give_up.next, answer: 'no reply' },
    ]
  }
  return 'next' in step ? [{ to: step.next, answer: null }] : []
}

/** How many answers a question takes, from a range such as `1`, `1..` or `2..3`. */
export function chooseOf(range: string): { readonly least: number; readonly most: number } {
  const [least = '1', most] = range.split('..')
  if (most === undefined) return { least: Number(least), most: Number(least) }
  return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) }
}
