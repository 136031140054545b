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
export function proposalAt(
  visit: Visit,
  state: FlowState,
  run: Run,
  context: FlowContext,
  counts?: StepInput['counts'],
): Proposal | null {
  const applies = appliesOf(visit.step)
  if (applies === null) return null
  const { answers, fields } = scopeIn(state.visits, logOf(run).fieldsOf(visit.frame.branch), peopleOf(run), visit.frame)
  return proposalOf(applies, { ...context.values, ...fields }, answers, {
    person: aboutWhom(visit, run),
    known: context.known ?? { earlier: [], kinds: {} },
    ...(counts === undefined ? {} : { instead: counts }),
  })
}

// Whose branch it is; else the only person whom the record names.
function aboutWhom(visit: Visit, run: Run): string | null {
  if (visit.frame.branch !== null) return visit.frame.branch
  const people = [...new Set(peopleOf(run).map((one) => one.person))]
  return people.length === 1 ? (people[0] ?? null) : null
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
  const proposal = proposalAt(visit, state, run, context, input.counts)
  if (proposal === null) return null
  const unfounded = checkCounts(proposal)
  if (unfounded !== null) return unfounded
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

/** Whoever counts otherwise than the software says why. */
function checkCounts({ counted = {} }: Proposal): Fault | null {
  const unsaid = Object.entries(counted).filter(([, { instead }]) => instead !== undefined && isBlank(instead.because))
  if (unsaid.length === 0) return null
  const fields = Object.fromEntries(
    unsaid.map(([column]) => [countedWhyField(column), 'Say why another number holds than the one that was counted']),
  )
  return fault('needs_reason', 'Say why you count otherwise.', fields)
}

function sayOutcome(visit: Visit, id: string): string {
  const says = appliesOf(visit.step)?.table.outcomes.find((one) => one.id === id)?.says
  return says === undefined ? id : wordsOf(says, 'en')
}

/** The name of the field in which the reason for departing stands. */
export const departedField = (outcome: string): string => `departed-${outcome}`

/** The name of the field in which another number stands than the one that was counted for a column. */
export const countedField = (column: string): string => `counted-${column}`
/** The name of the field in which the reason for it stands. */
export const countedWhyField = (column: string): string => `counted_why-${column}`
