import type { Scalar } from '../../types/value.ts'
import type { FlowScope, InPart } from './run.ts'
import type { Frame, Visit } from './state.ts'

/** What an expression of a frame may look at. */
export const scopeIn = (
  visits: ReadonlyMap<string, Visit>,
  fields: Readonly<Record<string, Scalar>>,
  people: readonly InPart[],
  frame: Frame,
): FlowScope => ({
  chart: frame.chart.ref,
  answers: answersIn(visits, frame),
  fields,
  people,
  branch: frame.branch,
})

/** The answers given so far in a chart, on this branch; a question that takes several has a list. */
function answersIn(visits: ReadonlyMap<string, Visit>, { home }: Frame): FlowScope['answers'] {
  const answers: Record<string, string | readonly string[]> = {}
  for (const { state, by, frame, stepId, step } of visits.values())
    if (state === 'done' && by?.kind === 'answered' && frame.home === home)
      answers[stepId] = 'ask' in step && step.choose === '1' ? (by.answers[0] ?? '') : by.answers
  return answers
}
