import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { knowsNothing } from '../judge.fixture.ts'
import { answerStep, type Does, type StepInput, startRun, type Taken } from './answer.ts'
import { chartsPack as pack } from './charts.fixture.ts'
import type { Fault } from './checks.ts'
import { openSteps } from './open.ts'
import { replay } from './replay.ts'
import type { FlowContext, InPart, Run } from './run.ts'

/** Nothing is known and no term dates are entered. */
export const context: FlowContext = { calendar: schoolCalendar(), judge: knowsNothing, rows: {} }
/** Every party of the fixture. */
export const everything = ['party/lead', 'party/head', 'party/network']
/** A case that has just been opened. */
export const start = (people: InPart[] = []): Run =>
  startRun(pack, { chart: 'record/incident', at: '2026-11-23T09:00:00Z', by: 'opener', people }, context).run

let minute = 0

/** A minute later each time. */
export const at = () => Temporal.Instant.from('2026-11-23T09:00:00Z').add({ minutes: ++minute }).toString()
/** Takes an answer at the open step of that name, or at the visit of that key. */
export const give = (
  run: Run,
  stepId: string,
  does: Does,
  more: Partial<StepInput> & { branch?: string } = {},
): Taken | Fault => {
  const { branch, ...rest } = more
  const open = openSteps(pack, run, context).find(
    (step) => step.stepId === stepId && (branch === undefined || step.branch === branch),
  )
  return answerStep(
    pack,
    run,
    { step: open?.key ?? stepId, does, by: { person: 'amal', parties: everything }, at: at(), ...rest },
    context,
  )
}
/** The run after an answer that was taken. */
export const ok = (taken: Taken | Fault): Run => {
  if (!taken.ok) throw new Error(`${taken.code}: ${taken.says}`)
  return taken.run
}
/** Walks a path of answers and things done. */
export const go = (run: Run, ...path: (string | [string, string] | [string, string, string])[]): Run =>
  path.reduce<Run>((now, one) => {
    const [step, answer, branch] = typeof one === 'string' ? [one] : one
    return ok(give(now, step, answer ? { answers: [answer] } : { done: true }, branch === undefined ? {} : { branch }))
  }, run)
/** The names of the open steps, with whose branch they are. */
export const open = (run: Run) =>
  openSteps(pack, run, context)
    .filter((step) => !step.early)
    .map((step) => (step.branch === null ? step.stepId : `${step.stepId} for ${step.branch}`))
/** How each visit to a step stands. */
export const stateOf = (run: Run, stepId: string) =>
  [...replay(pack, run, context).visits.values()].filter((visit) => visit.stepId === stepId).map((visit) => visit.state)
/** The code of a refusal. */
export const refused = (taken: Taken | Fault) => (taken.ok ? 'taken' : taken.code)
