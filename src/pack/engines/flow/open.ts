import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Due } from '../../time/due.ts'
import { dueInCase } from '../../time/due-in-case.ts'
import type { Text } from '../../types/base.ts'
import type { AskedEvidence } from '../../types/evidence.ts'
import type { Field } from '../../types/field.ts'
import type { WayOver } from '../../types/flow.ts'
import type { Late } from '../../types/late.ts'
import type { Pack } from '../../types/pack.ts'
import type { Answer, Step, WaitStep } from '../../types/step.ts'
import type { Amount } from '../../types/time.ts'
import type { Who } from '../../types/who.ts'
import { reasonAfter } from '../duties/late.ts'
import type { Proposal } from '../tables/proposal.ts'
import { whoActs } from '../who-acts.ts'
import type { Awaited } from './awaited.ts'
import { chooseOf, isOptional, kindOf, type StepKind } from './chart.ts'
import { evidenceOf } from './evidence.ts'
import { type Log, logOf } from './log.ts'
import { proposalAt } from './proposed.ts'
import { replay } from './replay.ts'
import { type ChartRef, type FlowContext, peopleOf, type Run } from './run.ts'
import { scopeIn } from './scope.ts'
import type { FlowState, Frame, StillNeeds, Visit } from './state.ts'
import { type ToTell, toTell } from './tells.ts'
import { visitKey } from './walk.ts'

/** A step that somebody can do something about now. */
export interface OpenStep {
  /** Names this visit in `answerStep`; safe in a URL. */
  readonly key: string
  readonly chart: ChartRef
  readonly stepId: string
  /** The person or row whose branch it is. */
  readonly branch: string | null
  readonly kind: StepKind
  /** The question, or what is to be done. */
  readonly says: Text
  readonly title: Text | null
  readonly hint: Text | null
  readonly by: Who | null
  readonly answers: readonly Answer[]
  readonly choose: { readonly least: number; readonly most: number }
  /** May be marked not needed, with a reason. A mandatory step never can. */
  readonly optional: boolean
  readonly twoPeople: boolean
  /** The item of evidence that it asks for. */
  readonly evidence: AskedEvidence | null
  /** Whom it tells; null when nobody. */
  readonly tells: ToTell | null
  /** An emergency step: nothing holds it back. `early` when its turn has not come and it may be recorded all the same. */
  readonly neverWaits: boolean
  readonly early: boolean
  /** What a table proposes here; null where none stands behind the question. */
  readonly proposes: Proposal | null
  readonly fields: readonly Field[]
  readonly clauses: readonly string[]
  readonly since: string
  readonly due: string | null
  readonly dueInferred: boolean
  /** What happens when it is not done in time; `lateSteps` of the duties engine gives the moments. */
  readonly late: readonly Late[]
  /** After which moment whoever takes it says why it is late; null where the policy does not ask. */
  readonly reasonAfter: string | null
  /** For a wait: the event, or the body whose answer is awaited; and how often to ask again. */
  readonly waitsFor: WaitStep['wait_for'] | null
  /** For a wait for several bodies: which, and who has answered. */
  readonly awaits: Awaited | null
  readonly remind: Amount | null
  readonly stillNeeds: readonly StillNeeds[]
  /** Steps that wait for somebody's answer and hold this one until it has come. */
  readonly heldBy: readonly string[]
  /** No file, copy or print may be reachable here. */
  readonly filesNever: boolean
  /** Ways over to another procedure that are open here at any time; `moveCase` takes them. */
  readonly waysOver: readonly WayOver[]
}

/** The steps that are open, in the order of the path; emergency steps whose turn has not come stand last. */
export const openSteps = (pack: Pack, run: Run, context: FlowContext): OpenStep[] =>
  openIn(replay(pack, run, context), run, context)

/** As `openSteps`, from a state that has been computed. */
export function openIn(state: FlowState, run: Run, context: FlowContext): OpenStep[] {
  const log = logOf(run)
  const open = [...state.visits.values()].filter(
    (visit) => visit.state === 'open' || (canSkipCall(visit) && !log.touched(visit.key)),
  )
  return [
    ...open.map((visit) =>
      describe(visit, {
        heldBy: holdersOf(state, visit),
        due: dueOf(visit, log, context),
        calendar: context.calendar,
        proposes: proposalAt(visit, state, run, context),
        by: actorsAt(visit, state, run, context),
        children: context.children ?? [],
      }),
    ),
    ...early(state, run, context),
  ]
}

/**
 * The closing check: the steps that stand between the record and its end; none means that it may be closed. An optional
 * step counts too until it is done or marked not needed, because a mandatory one may lie behind it.
 */
export function openMandatory(pack: Pack, run: Run, context: FlowContext): OpenStep[] {
  const state = replay(pack, run, context)
  return state.ended ? [] : openIn(state, run, context).filter((step) => !step.early)
}

const canSkipCall = (visit: Visit): boolean => visit.state === 'running' && 'call' in visit.step && visit.step.optional

function early(state: FlowState, run: Run, context: FlowContext): OpenStep[] {
  const running = [...state.visits.values()].filter((visit) => visit.state === 'open').map((visit) => visit.frame.home)
  return [...new Set(running)].flatMap((home) => {
    const frame = state.frames.get(home)
    if (frame === undefined) return []
    return Object.entries(frame.chart.steps)
      .filter(([id, step]) => 'do' in step && step.never_waits && !visited(state, home, id))
      .map(([id, step]) => {
        const visit = notYet(frame, id, step, state)
        return describe(
          visit,
          {
            heldBy: [],
            due: null,
            calendar: context.calendar,
            proposes: null,
            by: actorsAt(visit, state, run, context),
            children: context.children ?? [],
          },
          true,
        )
      })
  })
}

const visited = (state: FlowState, home: string, stepId: string): boolean =>
  [...state.visits.values()].some((visit) => visit.frame.home === home && visit.stepId === stepId)

const notYet = (frame: Frame, stepId: string, step: Step, state: FlowState): Visit => ({
  key: visitKey(frame, stepId, 1),
  frame,
  stepId,
  step,
  state: 'open',
  since: [...state.visits.values()].find((visit) => visit.frame.home === frame.key)?.since ?? '',
  by: null,
  led: [],
  stillNeeds: ['answer'],
})

function holdersOf(state: FlowState, visit: Visit): string[] {
  if (visit.step.never_waits) return []
  return [...state.visits.values()]
    .filter((one) => one.state === 'open' && one.frame.home === visit.frame.home && 'wait_for' in one.step)
    .filter((one) => 'holds' in one.step && one.step.holds.includes(visit.stepId))
    .map((one) => one.key)
}

interface Around {
  readonly heldBy: readonly string[]
  readonly due: Due | null
  readonly calendar: SchoolCalendar
  readonly proposes: Proposal | null
  readonly by: Who | null
  readonly children: readonly string[]
}

function describe(visit: Visit, { heldBy, due, calendar, proposes, by, children }: Around, isEarly = false): OpenStep {
  const { step, frame } = visit
  return {
    key: visit.key,
    chart: frame.chart.ref,
    stepId: visit.stepId,
    branch: frame.branch,
    kind: kindOf(step),
    says: sayingOf(step, visit.stepId),
    title: step.title ?? null,
    hint: step.hint ?? null,
    by,
    answers: 'ask' in step ? step.answers : [],
    choose: 'ask' in step ? chooseOf(step.choose) : { least: 0, most: 0 },
    optional: isOptional(step),
    twoPeople: step.two_people,
    evidence: evidenceOf(step),
    tells: toTell(step, frame.branch, children),
    neverWaits: step.never_waits,
    early: isEarly,
    proposes,
    fields: step.fields,
    clauses: step.clauses,
    since: visit.since,
    due: due?.at.toString() ?? null,
    dueInferred: due?.inferred ?? false,
    late: step.late,
    reasonAfter: reasonAfter(step.late, due?.at.toString() ?? null, calendar),
    waitsFor: 'wait_for' in step ? step.wait_for : null,
    awaits: visit.awaits ?? null,
    remind: 'wait_for' in step ? (step.remind ?? null) : null,
    stillNeeds: visit.stillNeeds,
    heldBy,
    filesNever: frame.chart.filesNever,
    waysOver: frame.chart.waysOver,
  }
}

/** Who does a step in the case at hand: its own line of who, or whoever does the whole procedure. */
export function actorsAt(visit: Visit, state: FlowState, run: Run, context: FlowContext): Who | null {
  const { step, frame } = visit
  const scope = scopeIn(state.visits, logOf(run).fieldsOf(frame.branch), peopleOf(run), frame)
  return whoActs(step.by ?? frame.chart.by, (expression) => context.judge(expression, scope))
}

function dueOf(visit: Visit, log: Log, { calendar, values }: FlowContext): Due | null {
  const { within } = visit.step
  if (within === undefined) return null
  const fields = { ...values, ...log.fieldsOf(visit.frame.branch) }
  return dueInCase(within, Temporal.Instant.from(visit.since), fields, calendar)
}

/** What a step says: its question, its work, or its own words. */
export function sayingOf(step: Step, stepId: string): Text {
  if ('ask' in step) return step.ask
  if ('do' in step) return step.do
  if ('end' in step) return step.end
  return step.says ?? step.title ?? stepId.replaceAll('_', ' ')
}
