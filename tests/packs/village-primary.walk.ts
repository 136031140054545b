import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { answerStep, type Does, startRun } from '#pack/engines/flow/answer.ts'
import type { Fault } from '#pack/engines/flow/checks.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { FlowContext, InPart, Run } from '#pack/engines/flow/run.ts'
import { toldAll } from '#pack/engines/flow/told.fixture.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Field } from '#pack/types/field.ts'
import type { Scalar } from '#pack/types/value.ts'
import { readPack } from './read-pack.ts'

/** The pack that these tests walk. */
export const pack = readPack('village-primary')

// As it is carried out: settings hold what they are set to.
const carried = packOf(pack)

/** A Monday in term. */
export const MONDAY = '2026-11-23T09:00:00Z'

/** One record on its way, with what its form holds. */
export interface Case {
  readonly run: Run
  readonly context: FlowContext
}

/** Opens a record; `form` is what its form and lists hold. */
export function open(record: string, form: Values = {}, people: readonly InPart[] = []): Case {
  const context: FlowContext = { calendar: schoolCalendar(), judge: flowJudge(carried, form), rows: {}, values: form }
  const starts = { chart: `record/${record}` as const, at: MONDAY, by: 'opener', people }
  return { run: startRun(carried, starts, context).run, context }
}

/** The steps that are open now. */
export const openNow = ({ run, context }: Case): OpenStep[] =>
  openSteps(carried, run, context).filter((one) => !one.early)

/** The ids of the steps that are open now. */
export const openIds = (one: Case): string[] => openNow(one).map((step) => step.stepId)

/** How a record ended: its outcomes, or null while it goes on. */
export function outcomes({ run, context }: Case): readonly string[] | null {
  const state = replay(carried, run, context)
  return state.ended ? state.outcomes : null
}

/** What is done at a step: an answer's id, `done`, or a voice. */
export type Act = string

const doesOf = (act: Act): Does => {
  if (act === 'done') return { done: true }
  return act === 'agreed' || act === 'refused'
    ? { voice: act === 'agreed' ? 'yes' : 'no' }
    : { answers: act.split('+') }
}

const EVERYBODY = [
  ...Object.keys(pack.parties).map((party) => `party/${party}`),
  ...['opener', 'handler', 'class_teachers'],
]

/** Tries the first open step, or the one named; fields are filled in unless given. */
export function attempt(one: Case, act: Act, fields: Record<string, Scalar> = {}, stepId?: string): Case | Fault {
  const step = openNow(one).find((candidate) => stepId === undefined || candidate.stepId === stepId)
  if (step === undefined) throw new Error(`No such step is open: ${stepId ?? 'any'}`)
  const does = doesOf(act)
  const chosen = 'answers' in does ? does.answers : []
  const asked = [
    ...step.fields,
    ...step.answers.filter((answer) => chosen.includes(answer.id)).flatMap((answer) => answer.fields),
  ]
  const taken = answerStep(
    carried,
    one.run,
    {
      step: step.key,
      does,
      by: { person: 'somebody', parties: EVERYBODY },
      told: toldAll(step, chosen),
      minute: '12',
      people: asked.flatMap((field) => (field.parts ?? []).map((part) => ({ person: `${part}-1`, part }))),
      at: Temporal.Instant.from(MONDAY)
        .add({ minutes: one.run.events.length + 1 })
        .toString(),
      departed: Object.fromEntries(step.answers.map((answer) => [answer.id, 'Said in the test'])),
      fields: { ...Object.fromEntries(asked.map((field) => [field.id, filled(field)])), ...fields },
    },
    one.context,
  )
  return taken.ok ? { run: taken.run, context: one.context } : taken
}

/** Takes the first open step again and again. */
export function along(one: Case, acts: readonly Act[], fields: Record<string, Scalar> = {}): Case {
  return acts.reduce((before, act) => {
    const after = attempt(before, act, fields)
    if ('code' in after) throw new Error(`${openIds(before).join()} ${act}: ${after.code} ${after.says}`)
    return after
  }, one)
}

function filled(field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.many) return ['written in the test']
  if (field.type === 'datetime') return '2026-11-23T10:00'
  return field.type === 'date' ? '2026-11-23' : 'written in the test'
}
