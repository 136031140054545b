import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { answerStep, type Does, startRun } from '#pack/engines/flow/answer.ts'
import type { EvidenceOfRecord } from '#pack/engines/flow/evidence.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import type { FlowContext, InPart, Run } from '#pack/engines/flow/run.ts'
import { toldAll } from '#pack/engines/flow/told.fixture.ts'
import { knowsNothing } from '#pack/engines/judge.fixture.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { EVIDENCE_KINDS } from '#pack/types/evidence.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { Who } from '#pack/types/who.ts'

const EVERY_KIND: EvidenceOfRecord = {
  items: EVIDENCE_KINDS.map((kind) => ({ id: kind, kind, says: kind, signed: true, witnessed: true })),
  filesShut: false,
}

/** What the engine is given in these tests: no rows, no expression that comes true. */
export const context: FlowContext = { calendar: schoolCalendar(), judge: knowsNothing, rows: {}, evidence: EVERY_KIND }

const at = '2026-10-06T09:00:00Z'

/** A case that somebody opens. */
export const openCase = (pack: Pack, people: readonly InPart[]): Run =>
  startRun(packOf(pack), { chart: 'record/incident', at, by: 'opener', people }, context).run

/** Takes a step as one of those whom it asks for, every field filled in. */
export function take(pack: Pack, run: Run, step: OpenStep, does: Does) {
  const chosen = 'answers' in does ? does.answers : []
  const fields = [
    ...step.fields,
    ...step.answers.filter((answer) => chosen.includes(answer.id)).flatMap((one) => one.fields),
  ]
  const named = fields.filter((field) => field.type === 'people' && field.required)
  return answerStep(
    packOf(pack),
    run,
    {
      step: step.key,
      does,
      by: { person: 'walker', parties: partiesOf(step.by) },
      at,
      reason: 'Said in the test',
      minute: '12',
      departed: Object.fromEntries(step.answers.map((answer) => [answer.id, 'Said in the test'])),
      fields: Object.fromEntries(fields.map((field) => [field.id, filled(field)])),
      ...(step.evidence === null ? {} : { item: step.evidence.kinds[0] ?? '' }),
      told: toldAll(step, chosen),
      people: named.map((field) => ({ person: 'pupil-3', part: field.parts?.[0] ?? 'pupil' })),
    },
    context,
  )
}

const partiesOf = (who: Who | null): string[] => {
  if (who === null) return []
  if (typeof who === 'string') return [who]
  return 'any_of' in who ? [...who.any_of] : [...who.all_of]
}

function filled(field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.type === 'datetime') return '2026-10-06T10:00'
  return field.type === 'date' ? '2026-10-06' : 'Written in the test'
}

/** What may be done at a step: each answer, done, or not needed where the policy leaves it open. */
export function choicesAt(step: OpenStep): Does[] {
  const [next] = step.awaits === null ? [] : step.awaits.parties.filter((one) => !step.awaits?.heard.includes(one))
  if (next !== undefined) return step.optional ? [{ heard: next }, { notNeeded: true }] : [{ heard: next }]
  if (step.answers.length === 0) return step.optional ? [{ done: true }, { notNeeded: true }] : [{ done: true }]
  const several: Does[] = step.choose.most > 1 ? [{ answers: step.answers.map((answer) => answer.id) }] : []
  return [...step.answers.map((answer) => ({ answers: [answer.id] })), ...several]
}

/** What a walk to the end of a case came to. */
export interface Walked {
  readonly run: Run
  readonly steps: readonly string[]
  readonly ended: boolean
}

/** Walks a case to its end, or gives up after many steps; `pick` chooses among so many. */
export function walkToEnd(pack: Pack, people: readonly InPart[], pick: (among: number) => number): Walked {
  let run = openCase(pack, people)
  const steps: string[] = []
  for (let count = 0; count < 400; count += 1) {
    const open = openSteps(packOf(pack), run, context).filter((step) => !step.early)
    const step = open[pick(open.length)]
    if (step === undefined) return { run, steps, ended: true }
    const choices = choicesAt(step)
    const does = choices[pick(choices.length)]
    if (does === undefined) break
    const taken = take(pack, run, step, does)
    if (!taken.ok) throw new Error(`${step.chart}#${step.stepId}: ${taken.code} ${taken.says}`)
    steps.push(`${step.chart}#${step.stepId}`)
    run = taken.run
  }
  return { run, steps, ended: false }
}
