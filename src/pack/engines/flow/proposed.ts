import { appliesOf, proposalOf } from '../tables/applied.ts'
import { departuresFrom, type Proposal } from '../tables/proposal.ts'
import { wordsOf } from '../words.ts'
import type { StepInput } from './answer.ts'
import { type Fault, fault, isBlank } from './checks.ts'
import { logOf } from './log.ts'
import { type FlowContext, peopleOf, type Run } from './run.ts'
import { scopeIn } from './scope.ts'
import type { FlowState, Visit } from './state.ts'

/** What the table behind a step proposes for what the record says by now; null where there is none. */
export function proposalAt(visit: Visit, state: FlowState, run: Run, context: FlowContext): Proposal | null {
  const applies = appliesOf(visit.step)
  if (applies === null) return null
  const { answers, fields } = scopeIn(state.visits, logOf(run).fieldsOf(visit.frame.branch), peopleOf(run), visit.frame)
  return proposalOf(applies, { ...context.values, ...fields }, answers)
}

/** Whoever departs from a table says why, for each outcome that they add or leave out. */
export function checkDepartures(
  visit: Visit,
  state: FlowState,
  run: Run,
  context: FlowContext,
  input: StepInput,
): Fault | null {
  if (!('answers' in input.does)) return null
  const proposal = proposalAt(visit, state, run, context)
  if (proposal === null) return null
  const { added, leftOut } = departuresFrom(proposal, input.does.answers)
  const unsaid = [...added, ...leftOut].filter((id) => isBlank(input.departed?.[id]))
  if (unsaid.length === 0) return null
  const fields = Object.fromEntries(
    unsaid.map((id) => [
      departedField(id),
      `Say why this is ${added.includes(id) ? 'added to what the policy proposes' : 'left out'}: ${sayOutcome(visit, id)}`,
    ]),
  )
  return fault('needs_reason', 'Say why you depart from what the policy proposes.', fields)
}

function sayOutcome(visit: Visit, id: string): string {
  const says = appliesOf(visit.step)?.table.outcomes.find((one) => one.id === id)?.says
  return says === undefined ? id : wordsOf(says, 'en')
}

/** The name of the field in which the reason for departing stands. */
export const departedField = (outcome: string): string => `departed-${outcome}`
