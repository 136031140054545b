import { dueInCase } from '../../time/due-in-case.ts'
import { answersOf, membersOf } from '../../types/parts.ts'
import type { Answer, Step } from '../../types/step.ts'
import type { StepInput } from './answer.ts'
import { isOptional } from './chart.ts'
import { type Fault, fault, isBlank } from './checks.ts'
import { logOf } from './log.ts'
import type { FlowContext, Run } from './run.ts'
import type { FlowState, Visit } from './state.ts'

/** Somebody who is told of a case; for parents, of which child. */
export interface Telling {
  /** `party/police`, or somebody known from the case. */
  readonly party: string
  readonly about: string | null
}

/** Somebody who is told as one word, for an address. */
export const tellingValue = ({ party, about }: Telling): string => (about === null ? party : `${party}~${about}`)

/** What was written down about it at a step: told, or not and why. */
export interface Told extends Telling {
  /** The contact that was written down. */
  readonly contact: string
  /** Why they were not told. */
  readonly because?: string
}

/** Whom a step tells. */
export interface ToTell {
  /** Whether one of them is enough. */
  readonly need: 'any' | 'all'
  readonly each: readonly Telling[]
  /** Each may be left untold, with the reason. */
  readonly mayLeave: boolean
}

/** Whom a step tells; the parents of each child of its branch or of the case. Null when it tells nobody. */
export function toTell(step: Step, branch: string | null, children: readonly string[]): ToTell | null {
  const { tells } = step
  if (tells === undefined) return null
  return {
    need: typeof tells === 'object' && 'any_of' in tells ? 'any' : 'all',
    each: membersOf(tells).flatMap((party) => tellings(party, branch, children)),
    mayLeave: isOptional(step),
  }
}

/** Who stays untold with these answers. */
export const untoldBy = (
  step: { readonly answers?: readonly Answer[] },
  answers: readonly string[],
  branch: string | null,
  children: readonly string[],
): Telling[] =>
  (step.answers ?? [])
    .filter((answer) => answers.includes(answer.id))
    .flatMap(({ leaves_untold: who }) => (who === undefined ? [] : membersOf(who)))
    .flatMap((party) => tellings(party, branch, children))

// Nobody tells “the parents”: somebody tells the parents of this child and of that one.
function tellings(party: string, branch: string | null, children: readonly string[]): Telling[] {
  if (party !== 'parents') return [{ party, about: null }]
  if (branch !== null && children.includes(branch)) return [{ party, about: branch }]
  return children.length === 0 ? [{ party, about: null }] : children.map((about) => ({ party, about }))
}

/** Somebody whom a step that was taken tells. */
export interface TellingTaken {
  readonly telling: Telling
  readonly visit: Visit
}

/**
 * Whom each of the steps that were taken tells, with the people of today: also the parents of a child who was named after the
 * others’ parents had been told. Where one of several is enough, nobody is told a second time.
 */
function stepsThatTell(state: FlowState, children: readonly string[]): TellingTaken[] {
  return [...state.visits.values()].flatMap((visit) => {
    const { state: stands, step, frame, by } = visit
    if (stands !== 'done' && stands !== 'not_needed') return []
    const asked = toTell(step, frame.branch, children)
    const answers = by?.kind === 'answered' ? by.answers : []
    const untold = untoldBy({ answers: answersOf(step) }, answers, frame.branch, children)
    return [...(asked?.need === 'all' ? asked.each : []), ...untold].map((telling) => ({ telling, visit }))
  })
}

/** Whom the steps that were taken tell, each once. */
export const tellingsTaken = (state: FlowState, children: readonly string[]): Telling[] => [
  ...new Map(stepsThatTell(state, children).map(({ telling }) => [tellingValue(telling), telling])).values(),
]

/**
 * By when somebody who was named at a moment is to be told: as long after it as the policy gives a step that was taken and
 * tells them. Null where it gives no time.
 */
export function dueToTell(
  telling: Telling,
  namedAt: Temporal.Instant,
  state: FlowState,
  run: Run,
  { calendar, values, children = [] }: FlowContext,
): Temporal.Instant | null {
  const log = logOf(run)
  const dues = stepsThatTell(state, children).flatMap(({ telling: one, visit }) => {
    const { within } = visit.step
    if (within === undefined || tellingValue(one) !== tellingValue(telling)) return []
    const opened = Temporal.Instant.from(visit.since)
    const from = Temporal.Instant.compare(opened, namedAt) > 0 ? opened : namedAt
    const due = dueInCase(within, from, { ...values, ...log.fieldsOf(visit.frame.branch) }, calendar)
    return due === null ? [] : [due.at]
  })
  return dues.sort(Temporal.Instant.compare)[0] ?? null
}

/** Whoever a step tells and nothing is written down about, or a no without its reason. */
export function missingTold(
  step: Step,
  branch: string | null,
  input: StepInput,
  children: readonly string[],
): Fault | null {
  const { does, told = [] } = input
  if (!('answers' in does) && !('done' in does)) return null
  const of = ({ party, about }: Telling) => told.find((one) => one.party === party && one.about === about)
  const untold = untoldBy({ answers: answersOf(step) }, 'answers' in does ? does.answers : [], branch, children)
  if (untold.some((one) => isBlank(of(one)?.because))) return fault('told', 'Say why they are not told.')
  const asked = toTell(step, branch, children)
  if (asked === null) return null
  const isTold = (one: Telling) => of(one) !== undefined && of(one)?.because === undefined
  const isLeft = (one: Telling) => asked.mayLeave && !isBlank(of(one)?.because)
  const enough = asked.need === 'any' ? asked.each.some(isTold) : asked.each.every((one) => isTold(one) || isLeft(one))
  return enough ? null : fault('told', 'Write down who was told, and when. The step is done with that.')
}
