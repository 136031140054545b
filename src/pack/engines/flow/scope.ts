import type { Scalar } from '../../types/value.ts'
import { type FlowScope, peopleOf, type Run } from './run.ts'
import type { Frame, Visit } from './state.ts'

/** What an expression may look at, where a branch stands. */
export const scopeIn = (
  state: { readonly visits: ReadonlyMap<string, Visit> },
  fields: Readonly<Record<string, Scalar>>,
  run: Run,
  branch: string | null,
): FlowScope => ({ answers: answersIn(state.visits, branch), fields, people: peopleOf(run), branch })

/** The answers given so far on a branch and before it, by step; several are joined by a comma. */
export function answersIn(visits: ReadonlyMap<string, Visit>, branch: string | null): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const { state, by, frame, stepId } of visits.values())
    if (state === 'done' && by?.kind === 'answered' && within(frame, branch)) answers[stepId] = by.answers.join(',')
  return answers
}

const within = (frame: Frame, branch: string | null): boolean => frame.branch === null || frame.branch === branch
