import type { Field } from './field.ts'
import type { Pack } from './pack.ts'
import type { RecordKind } from './record.ts'
import type { Answer, Step, Steps } from './step.ts'

/** The kinds of step, in the words of the file. */
export type StepKind =
  | 'ask'
  | 'do'
  | 'table'
  | 'decision'
  | 'wait_for'
  | 'for_each'
  | 'parallel'
  | 'call'
  | 'goto'
  | 'branch'
  | 'end'

/** Which kind of step this is. */
export function kindOfStep(step: Step): StepKind {
  if ('ask' in step) return 'ask'
  if ('do' in step) return 'do'
  if ('table' in step) return 'table'
  if ('decision' in step) return 'decision'
  if ('wait_for' in step) return 'wait_for'
  if ('for_each' in step) return 'for_each'
  if ('parallel' in step) return 'parallel'
  if ('call' in step) return 'call'
  if ('goto' in step) return 'goto'
  return 'branch' in step ? 'branch' : 'end'
}

/** The answers of a question; none for other steps. */
export const answersOf = (step: Step): readonly Answer[] => ('answers' in step ? step.answers : [])

/** Every step that may follow, with the words that lead there; `end` among them. */
export function exitsOf(step: Step): { readonly to: string; readonly path: readonly (string | number)[] }[] {
  const exits: { to: string; path: readonly (string | number)[] }[] = []
  const add = (to: string | undefined, ...path: (string | number)[]) => {
    if (to !== undefined) exits.push({ to, path })
  }
  if ('answers' in step)
    for (const [index, answer] of step.answers.entries()) add(answer.next, 'answers', index, 'next')
  if ('leads' in step) for (const [outcome, to] of Object.entries(step.leads)) add(to, 'leads', outcome)
  if ('branch' in step) {
    for (const [index, one] of step.branch.entries()) add(one.next, 'branch', index, 'next')
    add(step.else, 'else')
  }
  if ('parallel' in step) for (const [index, to] of step.parallel.entries()) add(to, 'parallel', index)
  if ('next' in step) add(step.next, 'next')
  if ('refused' in step) add(step.refused, 'refused')
  if ('join' in step) add(step.join, 'join')
  if ('give_up' in step) add(step.give_up?.next, 'give_up', 'next')
  return exits
}

/** The fields asked anywhere in a procedure: at its steps and with its answers. */
export const fieldsOfSteps = (steps: Steps): Field[] =>
  Object.values(steps).flatMap((step) => [...step.fields, ...answersOf(step).flatMap((answer) => answer.fields)])

/** The flows that say they run in a record. */
export const flowsIn = (pack: Pack, recordId: string): string[] =>
  Object.entries(pack.flows).flatMap(([id, flow]) => (flow.in.some((ref) => ref === `record/${recordId}`) ? [id] : []))

/** Every field of a record: of its form, of its steps, and of the flows that run in it. */
export const allFieldsOf = (pack: Pack, recordId: string, record: RecordKind): Field[] => [
  ...record.fields,
  ...fieldsOfSteps(record.steps),
  ...flowsIn(pack, recordId).flatMap((flow) => fieldsOfSteps(pack.flows[flow]?.steps ?? {})),
]

/** A reference taken apart. */
export interface RefParts {
  readonly kind: string
  readonly id: string
  readonly part: string | undefined
}

/** Takes `kind/id#part` apart; null when it is none. */
export function partsOf(ref: string): RefParts | null {
  const found = /^([a-z]+)\/([a-z][a-z0-9_]*)(?:#(.+))?$/.exec(ref)
  if (found?.[1] === undefined || found[2] === undefined || found[2] === 'constructor') return null
  return { kind: found[1], id: found[2], part: found[3] }
}

type NamesSome = string | { any_of: readonly string[] } | { all_of: readonly string[] }

/** The parties and people of the case that a `who` names, in whichever case. */
export function membersOf(who: NamesSome | { who: NamesSome }[]): readonly string[] {
  if (typeof who === 'string') return [who]
  if (Array.isArray(who)) return [...new Set(who.flatMap((line) => membersOf(line.who)))]
  return 'any_of' in who ? who.any_of : who.all_of
}
