import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { answerStep, type Does, startRun } from '#pack/engines/flow/answer.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import type { ChartRef, FlowContext, InPart, Run } from '#pack/engines/flow/run.ts'
import { toldAll } from '#pack/engines/flow/told.fixture.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { Who } from '#pack/types/who.ts'
import { choicesAt } from './walk.ts'

const at = '2026-10-06T09:00:00Z'

/** A record that somebody opened, with what stands in its form. */
export interface Opened {
  readonly pack: Pack
  readonly run: Run
  readonly context: FlowContext
}

/** Opens a record of any kind; its expressions are judged by the pack itself. */
export function openRecord(written: Pack, chart: ChartRef, form: Values, people: readonly InPart[] = []): Opened {
  const pack = packOf(written)
  const context: FlowContext = { calendar: schoolCalendar(), judge: flowJudge(pack, form), rows: {}, values: form }
  return { pack, context, run: startRun(pack, { chart, at, by: 'opener', people }, context).run }
}

/** The steps that wait for somebody now. */
export const waiting = ({ pack, run, context }: Opened): OpenStep[] =>
  openSteps(pack, run, context).filter((step) => !step.early)

/** Takes a step as somebody whom it asks for; `fields` stands in for what the test would fill in. */
export function takeAs(opened: Opened, step: OpenStep, does: Does, person: string, fields: Values = {}) {
  const { pack, run, context } = opened
  const chosen = 'answers' in does ? does.answers : []
  const asked = [...step.fields, ...step.answers.filter((one) => chosen.includes(one.id)).flatMap((one) => one.fields)]
  const named = asked.filter((field) => field.type === 'people' && field.required)
  return answerStep(
    pack,
    run,
    {
      step: step.key,
      does,
      by: { person, parties: everyParty(pack, step.by) },
      at,
      reason: 'Said in the test',
      minute: '12',
      told: toldAll(step, chosen),
      witness: 'watcher',
      departed: Object.fromEntries(step.answers.map((answer) => [answer.id, 'Said in the test'])),
      fields: Object.fromEntries(asked.map((field) => [field.id, given(fields[field.id]) ?? filled(pack, field)])),
      people: named.flatMap((field) =>
        ['leader-1', 'leader-2'].map((one) => ({ person: one, part: field.parts?.[0] ?? 'witness' })),
      ),
    },
    context,
  )
}

/** The same, and goes on with what came of it. */
export function goOn(opened: Opened, answer: string, person = 'walker', fields: Values = {}): Opened {
  const [step] = waiting(opened)
  if (step === undefined) throw new Error('No step is open')
  const taken = takeAs(opened, step, doesOf(step, answer), person, fields)
  if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}: ${taken.code} ${taken.says}`)
  return { ...opened, run: taken.run }
}

/** The fields beside which the first open step refuses what was written. */
export function refusedFields(opened: Opened, does: Does, fields: Values): string[] {
  const [step] = waiting(opened)
  if (step === undefined) throw new Error('No step is open')
  const taken = takeAs(opened, step, does, 'walker', fields)
  return taken.ok ? [] : Object.keys(taken.fields ?? {})
}

/** Takes one step after the other with these answers: `done`, `second`, `yes` or `no` to a decision, or an answer's id. */
export const along = (opened: Opened, answers: readonly string[]): Opened =>
  answers.reduce((so, answer) => goOn(so, answer, answer === 'second' ? 'second' : 'walker'), opened)

function doesOf(step: OpenStep, answer: string): Does {
  if (answer === 'done') return { done: true }
  if (answer === 'second') return { second: true }
  if (answer === 'not_needed') return { notNeeded: true }
  if (step.kind === 'decision') return { voice: answer === 'yes' ? 'yes' : 'no' }
  return { answers: answer.split('+') }
}

/** Walks to the end, or gives up after many steps; `pick` chooses among so many. */
export function walkOn(opened: Opened, pick: (among: number) => number): { steps: string[]; ended: boolean } {
  let now = opened
  const steps: string[] = []
  for (let count = 0; count < 300; count += 1) {
    const open = waiting(now)
    const step = open[pick(open.length)]
    if (step === undefined) return { steps, ended: true }
    const choices = walkChoices(step)
    const does = choices[pick(choices.length)] ?? { done: true }
    const taken = takeAs(now, step, does, 'second' in does ? 'second' : 'walker')
    if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}: ${taken.code} ${taken.says}`)
    steps.push(`${step.chart}#${step.stepId}`)
    now = { ...now, run: taken.run }
  }
  return { steps, ended: false }
}

function walkChoices(step: OpenStep): Does[] {
  if (step.kind === 'decision') return [{ voice: 'yes' }, { voice: 'no' }]
  if (step.stillNeeds.includes('people')) return [{ people: [{ person: 'pupil-9', part: partFor(step) }] }]
  if (step.stillNeeds.length > 0 && !step.stillNeeds.includes('answer')) return [{ second: true }]
  return choicesAt(step)
}

const partFor = (step: OpenStep): string => (step.stepId === 'staff' ? 'named_staff' : 'pupil')

const everyParty = (pack: Pack, who: Who | null): string[] => [
  ...Object.keys(pack.parties).map((id) => `party/${id}`),
  'opener',
  'handler',
  ...(typeof who === 'string' ? [who] : []),
]

const given = (value: unknown): Scalar | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined

function filled(pack: Pack, field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.type === 'integer') return 30
  if (field.type === 'datetime') return '2026-10-06T10:00'
  if (field.type === 'date') return '2026-10-06'
  const list = pack.lists[field.type.replace('list/', '')]
  return list?.values[0]?.id ?? 'Written in the test'
}
