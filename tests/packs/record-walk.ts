import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { answerStep, type Does, startRun } from '#pack/engines/flow/answer.ts'
import type { EvidenceOfRecord } from '#pack/engines/flow/evidence.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import type { ChartRef, FlowContext, InPart, Run } from '#pack/engines/flow/run.ts'
import { toldAll } from '#pack/engines/flow/told.fixture.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import { EVIDENCE_KINDS } from '#pack/types/evidence.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'
import { choicesAt } from './walk.ts'

/** A record on its way, with everything that the engine asks for beside it. */
export interface Walk {
  readonly pack: Pack
  readonly run: Run
  readonly context: FlowContext
}

// One item of each kind that everybody has signed for.
const everyKind: EvidenceOfRecord = {
  items: EVIDENCE_KINDS.map((kind) => ({ id: kind, kind, says: kind, signed: true, witnessed: true })),
  filesShut: false,
}

/** Opens a record; its expressions are judged by the pack, with what stands in the form. */
export function opened(written: Pack, chart: ChartRef, form: Values = {}, people: readonly InPart[] = []): Walk {
  const pack = packOf(written)
  const judge = flowJudge(pack, form)
  const context: FlowContext = { calendar: schoolCalendar(), judge, rows: {}, values: form, evidence: everyKind }
  const start = { chart, at: '2026-10-06T09:00:00Z', by: 'opener', people }
  return { pack, context, run: startRun(pack, start, context).run }
}

/** The steps that wait now, less those that may only be written down before their turn. */
export const waiting = ({ pack, run, context }: Walk): OpenStep[] =>
  openSteps(pack, run, context).filter((step) => !step.early)

/** Their names. */
export const names = (walk: Walk): string[] => waiting(walk).map((step) => step.stepId)

/** Who takes a step, and what they write. */
export interface By {
  readonly person?: string
  readonly parties?: readonly string[]
  readonly witness?: string
  readonly fields?: Readonly<Record<string, Scalar>>
  readonly people?: readonly InPart[]
  /** Which item of evidence; without more one that fits. */
  readonly item?: string
}

/** Takes a step; without more, as somebody who may, with every field filled in and somebody watching. */
export function take({ pack, run, context }: Walk, step: OpenStep, does: Does, by: By = {}) {
  const chosen = 'answers' in does ? does.answers : []
  const asked = [...step.fields, ...step.answers.filter(({ id }) => chosen.includes(id)).flatMap((one) => one.fields)]
  return answerStep(
    pack,
    run,
    {
      step: step.key,
      does,
      by: { person: by.person ?? 'walker', parties: by.parties ?? [...everyParty(pack), 'opener', 'handler'] },
      at: '2026-10-06T09:00:00Z',
      reason: 'Said in the test',
      minute: '12',
      departed: Object.fromEntries(step.answers.map((answer) => [answer.id, 'Said in the test'])),
      fields: { ...Object.fromEntries(asked.map((field) => [field.id, filled(pack, field)])), ...by.fields },
      people: by.people ?? [],
      told: toldAll(step, chosen),
      ...itemFor(step, by.item),
      ...(by.witness === undefined ? { witness: 'watcher' } : { witness: by.witness }),
    },
    context,
  )
}

const itemFor = ({ evidence }: OpenStep, item: string | undefined = evidence?.kinds[0]) =>
  item === undefined ? {} : { item }

/** Goes on at a step with an answer: `done`, `second`, `not_needed`, `yes` or `no` to a decision, or ids joined by `+`. */
export function go(walk: Walk, stepId: string, answer = 'done', by: By = {}): Walk {
  const step = waiting(walk).find((one) => one.stepId === stepId)
  if (step === undefined) throw new Error(`${stepId} is not open: ${names(walk).join(', ')}`)
  const taken = take(walk, step, doesOf(step, answer), answer === 'second' ? { person: 'second', ...by } : by)
  if (!taken.ok) throw new Error(`${stepId}: ${taken.code} ${taken.says}`)
  return { ...walk, run: taken.run }
}

/** Goes along several steps, each written as `step` or `step=answer`. */
export const along = (walk: Walk, path: readonly string[]): Walk =>
  path.reduce((so, one) => go(so, ...(one.split('=') as [string, string?])), walk)

/** Why a step is refused to somebody, or `taken`. */
export function refusal(walk: Walk, stepId: string, does: Does, by: By): string {
  const step = waiting(walk).find((one) => one.stepId === stepId)
  if (step === undefined) throw new Error(`${stepId} is not open: ${names(walk).join(', ')}`)
  const taken = take(walk, step, does, by)
  return taken.ok ? 'taken' : taken.code
}

function doesOf(step: OpenStep, answer: string): Does {
  if (answer === 'done') return choicesAt(step).find((one) => 'heard' in one) ?? { done: true }
  if (answer === 'second') return { second: true }
  if (answer === 'not_needed') return { notNeeded: true }
  if (step.kind === 'decision') return { voice: answer === 'yes' ? 'yes' : 'no' }
  return { answers: answer.split('+') }
}

/** Walks to the end whichever way `pick` chooses, or gives up after many steps. */
export function walkToEnd(start: Walk, pick: (among: number) => number): { steps: string[]; ended: boolean } {
  let now = start
  const steps: string[] = []
  for (let count = 0; count < 300; count += 1) {
    const open = waiting(now)
    const step = open[pick(open.length)]
    if (step === undefined) return { steps, ended: true }
    const choices = choicesOf(step)
    const does = choices[pick(choices.length)] ?? { done: true }
    const taken = take(now, step, does, 'second' in does ? { person: 'second' } : {})
    if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}: ${taken.code} ${taken.says}`)
    steps.push(`${step.chart}#${step.stepId}`)
    now = { ...now, run: taken.run }
  }
  return { steps, ended: false }
}

function choicesOf(step: OpenStep): Does[] {
  if (step.kind === 'decision') return [{ voice: 'yes' }, { voice: 'no' }]
  if (step.awaits === null && step.stillNeeds.length > 0 && !step.stillNeeds.includes('answer'))
    return [{ second: true }]
  return choicesAt(step)
}

const everyParty = (pack: Pack): string[] => Object.keys(pack.parties).map((id) => `party/${id}`)

function filled(pack: Pack, field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.type === 'integer' || field.type === 'money') return Math.max(field.least ?? 1, 1)
  if (field.type === 'datetime') return '2026-10-06T10:00'
  if (field.type === 'date') return '2026-10-06'
  const [first] = pack.lists[field.type.replace('list/', '')]?.values ?? []
  if (first !== undefined) return field.many ? [first.id] : first.id
  return 'Written in the test'
}
