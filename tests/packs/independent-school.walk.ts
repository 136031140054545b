import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { answerStep, type Does, startRun } from '#pack/engines/flow/answer.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import type { FlowContext, InPart, Run } from '#pack/engines/flow/run.ts'
import { toldAll } from '#pack/engines/flow/told.fixture.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'

type Form = Readonly<Record<string, Scalar>>

/** A record on its way: its run, and what the engine is given for it. */
export interface Way {
  readonly pack: Pack
  readonly run: Run
  readonly context: FlowContext
}

/** The day before the clocks go back, a Saturday. */
export const SATURDAY = '2026-10-24T10:00:00Z'

/** Opens a record with its whole form filled in; `form` says what stands in it instead. */
export function begin(written: Pack, record: string, form: Form = {}, people: readonly InPart[] = []): Way {
  const pack = packOf(written)
  // Who has a part is told by `people`, and not by what stands in the form.
  const fields = (pack.records[record]?.fields ?? []).filter((field) => (field.parts ?? []).length === 0)
  const values = { ...Object.fromEntries(fields.map((field) => [field.id, fill(pack, field)])), ...form }
  const context: FlowContext = { calendar: schoolCalendar(), judge: flowJudge(pack, values), rows: {}, values }
  const start = { chart: `record/${record}`, at: SATURDAY, by: 'opener', people } as const
  return { pack, context, run: startRun(pack, start, context).run }
}

/** What waits for somebody now, emergency steps whose turn has not come left aside. */
export const open = ({ pack, run, context }: Way): OpenStep[] =>
  openSteps(pack, run, context).filter((step) => !step.early)

/** The ids of the open steps. */
export const openIds = (way: Way): string[] => open(way).map((step) => step.stepId)

/** Does something at a step, as somebody whom it asks for; fields are filled in unless given. */
export function act(way: Way, step: OpenStep, does: Does, form: Form = {}, person = 'walker', as?: readonly string[]) {
  const chosen = 'answers' in does ? does.answers : []
  const answers = step.answers.filter((one) => chosen.includes(one.id)).flatMap((one) => one.fields)
  const fields = [...step.fields, ...answers]
  const everybody = [...Object.keys(way.pack.parties).map((id) => `party/${id}`), 'opener', 'handler', 'class_teachers']
  return answerStep(
    way.pack,
    way.run,
    {
      step: step.key,
      does,
      by: { person, parties: as ?? everybody },
      told: toldAll(step, chosen),
      at: SATURDAY,
      departed: Object.fromEntries(step.answers.map((answer) => [answer.id, 'Said in the test'])),
      fields: { ...Object.fromEntries(fields.map((field) => [field.id, fill(way.pack, field)])), ...form },
    },
    way.context,
  )
}

/** Goes along these words: an answer (several with +), `done`, `yes` or `no` to a decision, `second` for a second person. */
export function go(from: Way, ...words: readonly string[]): Way {
  let { run } = from
  for (const word of words) {
    const [step] = open({ ...from, run })
    if (step === undefined) throw new Error(`Nothing is open for ${word}`)
    const taken = act({ ...from, run }, step, doing(step, word), {}, word === 'second' ? 'second' : 'walker')
    if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}, ${word}: ${taken.code} ${taken.says}`)
    run = taken.run
  }
  return { ...from, run }
}

function doing(step: OpenStep, word: string): Does {
  if (word === 'done') return { done: true }
  if (word === 'second') return { second: true }
  if (word === 'not_needed') return { notNeeded: true }
  if (step.kind === 'decision') return { voice: word === 'yes' ? 'yes' : 'no' }
  return { answers: word.split('+') }
}

/** Why the first open step refuses this, or `taken`. */
export function refusal(way: Way, does: Does, form: Form = {}, person = 'walker'): string {
  const [step] = open(way)
  if (step === undefined) return 'nothing open'
  const taken = act(way, step, does, form, person)
  return taken.ok ? 'taken' : taken.code
}

/** Walks to the end, whichever way `pick` chooses among so many. */
export function wander(from: Way, pick: (among: number) => number): { steps: string[]; ended: boolean } {
  let way = from
  const steps: string[] = []
  for (let count = 0; count < 400; count += 1) {
    const waiting = open(way)
    const step = waiting[pick(waiting.length)]
    if (step === undefined) return { steps, ended: true }
    const choices = choicesAt(step)
    const does = choices[pick(choices.length)] ?? { done: true }
    const taken = act(way, step, does, {}, 'second' in does ? 'second' : 'walker')
    if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}: ${taken.code} ${taken.says}`)
    steps.push(`${step.chart}#${step.stepId}`)
    way = { ...way, run: taken.run }
  }
  return { steps, ended: false }
}

function choicesAt(step: OpenStep): Does[] {
  if (step.kind === 'decision') return [{ voice: 'yes' }, { voice: 'no' }]
  if (!step.stillNeeds.includes('answer') && step.stillNeeds.length > 0) return [{ second: true }]
  if (step.answers.length === 0) return [{ done: true }]
  const each = step.answers.map((answer): Does => ({ answers: [answer.id] }))
  return step.choose.most > 1 ? [...each, { answers: step.answers.map((answer) => answer.id) }] : each
}

function fill(pack: Pack, field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.type === 'integer' || field.type === 'money') return 13
  if (field.type === 'datetime') return '2026-10-23T10:00'
  if (field.type === 'date') return '2026-10-23'
  const first = field.type.startsWith('list/') ? pack.lists[field.type.slice('list/'.length)]?.values[0]?.id : undefined
  const value = first ?? 'Written in the test'
  return field.many ? [value] : value
}
