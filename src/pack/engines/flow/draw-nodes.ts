import type { Step } from '../../types/step.ts'
import { wordsOf } from '../words.ts'
import { kindOf, waysOut } from './chart.ts'
import { sayingOf } from './open.ts'
import type { StepEvent } from './run.ts'
import type { FlowState, Frame, Visit } from './state.ts'

/** One step of a drawn chart. */
export interface DrawnNode {
  readonly id: string
  readonly frame: string
  readonly stepId: string
  readonly label: string
  readonly kind: 'question' | 'action' | 'end' | 'goto'
  readonly state: 'done' | 'now' | 'later' | 'not_taken' | 'not_needed'
  /** The visit to answer or correct; null where nobody has been. */
  readonly visit: string | null
  readonly optional: boolean
  readonly answered: DrawnAnswer | null
  /** What was recorded here before a correction or a move took the path elsewhere. */
  readonly was: DrawnAnswer | null
}

export interface DrawnAnswer {
  readonly by: string | null
  readonly at: string
  /** The words of the answers, or null for a thing done. */
  readonly answer: string | null
  readonly note: string | null
  readonly reason: string | null
}

/** The nodes of one chart: its steps, and its end. */
export function nodesOf(state: FlowState, frame: Frame, language: string): DrawnNode[] {
  const visits = [...state.visits.values()].filter((visit) => visit.frame.home === frame.key)
  const ahead = reachable(frame, visits)
  const nodes = Object.entries(frame.chart.steps).map(([id, step]) => nodeOf(frame, id, step, visits, ahead, language))
  return [...nodes, endNode(frame, visits, ahead)]
}

function nodeOf(
  frame: Frame,
  stepId: string,
  step: Step,
  visits: readonly Visit[],
  ahead: ReadonlySet<string>,
  language: string,
): DrawnNode {
  const here = visits.filter((visit) => visit.stepId === stepId)
  const visit = here.findLast((one) => one.state !== 'superseded' && one.state !== 'left') ?? here.at(-1) ?? null
  const aside = visit?.state === 'superseded' || visit?.state === 'left'
  const answered = visit?.by === null || visit === null ? null : answerOf(visit.by, step, language)
  return {
    id: `${frame.key}:${stepId}`,
    frame: frame.key,
    stepId,
    label: wordsOf(step.title ?? sayingOf(step, stepId), language),
    kind: drawnKind(step),
    state: visit === null ? (ahead.has(stepId) ? 'later' : 'not_taken') : stateOf(visit, ahead.has(stepId)),
    visit: visit?.key ?? null,
    optional: ('optional' in step && step.optional) || ('skip_to' in step && step.skip_to !== undefined),
    answered: aside ? null : answered,
    was: aside ? answered : null,
  }
}

function stateOf(visit: Visit, isAhead: boolean): DrawnNode['state'] {
  if (visit.state === 'open' || visit.state === 'running') return 'now'
  if (visit.state === 'done' || visit.state === 'passed') return 'done'
  if (visit.state === 'not_needed') return 'not_needed'
  return isAhead && visit.state === 'superseded' ? 'later' : 'not_taken'
}

function drawnKind(step: Step): DrawnNode['kind'] {
  const kind = kindOf(step)
  if (kind === 'ask' || kind === 'decision' || kind === 'branch') return 'question'
  return kind === 'end' || kind === 'goto' ? kind : 'action'
}

function endNode(frame: Frame, visits: readonly Visit[], ahead: ReadonlySet<string>): DrawnNode {
  const reached = visits.some((visit) => visit.led.includes('end') && visit.state !== 'superseded')
  return {
    id: `${frame.key}:end`,
    frame: frame.key,
    stepId: 'end',
    label: 'End',
    kind: 'end',
    state: ahead.has('end') ? 'later' : reached ? 'done' : 'not_taken',
    visit: null,
    optional: false,
    answered: null,
    was: null,
  }
}

function answerOf(by: StepEvent, step: Step, language: string): DrawnAnswer {
  const chosen =
    'ask' in step && by.kind === 'answered' ? step.answers.filter((one) => by.answers.includes(one.id)) : []
  const words = by.kind === 'voiced' ? by.says : chosen.map((one) => wordsOf(one.says, language)).join(', ')
  return {
    by: by.by,
    at: by.at,
    answer: words === '' ? null : words,
    note: by.note ?? null,
    reason: by.reason ?? null,
  }
}

/** The steps that may still come: those that can be reached from an open one. */
function reachable(frame: Frame, visits: readonly Visit[]): Set<string> {
  const found = new Set<string>()
  const waiting = visits.filter((one) => one.state === 'open' || one.state === 'running').map((one) => one.stepId)
  for (const id of waiting) {
    const step = frame.chart.steps[id]
    if (step === undefined) continue
    for (const { to } of waysOut(step)) {
      if (found.has(to)) continue
      found.add(to)
      waiting.push(to)
    }
  }
  return found
}
