import type { Pack } from '../../types/pack.ts'
import { append, type Taken } from './answer.ts'
import { flowRef, idOf, partsOf } from './chart.ts'
import { type Fault, fault, isBlank, keptOutOf } from './checks.ts'
import { replay } from './replay.ts'
import { type FlowContext, type InPart, peopleOf, type Run } from './run.ts'
import type { Visit } from './state.ts'

/** Who changes a case, when, and why. */
export interface CaseChange {
  readonly by: string | null
  readonly at: string
  readonly reason: string
}

/** Names more people in a case at any time; their branches open beside the others. */
export function addPeople(
  pack: Pack,
  run: Run,
  people: readonly InPart[],
  change: CaseChange,
  context: FlowContext,
): Taken | Fault {
  const wrong = mayNot(pack, run, change)
  if (wrong !== null) return wrong
  const known = peopleOf(run)
  const fresh = people.filter((one) => !known.some((two) => two.person === one.person && two.part === one.part))
  if (fresh.length === 0) return fault('people', 'Everybody you named is in the case already.')
  const strange = fresh.find((one) => !partsOf(pack, run.starts.chart).some((part) => part.id === one.part))
  if (strange !== undefined) return fault('people', `Nobody can be “${strange.part}” in this record.`)
  return append(pack, run, [{ ...event(run, change), kind: 'people_added', people: fresh }], context)
}

/** Takes somebody out of a part who was named by mistake. What was recorded in their branch stays, superseded. */
export function removePeople(
  pack: Pack,
  run: Run,
  people: readonly InPart[],
  change: CaseChange,
  context: FlowContext,
): Taken | Fault {
  const wrong = mayNot(pack, run, change)
  if (wrong !== null) return wrong
  if (isBlank(change.reason)) return fault('needs_reason', 'Say why this person is taken out.')
  const known = peopleOf(run)
  if (people.some((one) => !known.some((two) => two.person === one.person && two.part === one.part)))
    return fault('people', 'This person is not in the case in that part.')
  const { reason } = change
  return append(pack, run, [{ ...event(run, change), kind: 'people_removed', people, reason }], context)
}

/**
 * Moves a case to another procedure at any time, such as to the illegal chart. What was done stays, what was open is
 * left, and the record goes on after it as it would have after the procedure that was running.
 */
export function moveCase(
  pack: Pack,
  run: Run,
  to: `flow/${string}`,
  change: CaseChange,
  context: FlowContext,
): Taken | Fault {
  const wrong = mayNot(pack, run, change)
  if (wrong !== null) return wrong
  if (pack.flows[idOf(to)] === undefined) return fault('wrong_answer', 'The policy has no such procedure.')
  if (isBlank(change.reason)) return fault('needs_reason', 'Say why the case is moved.')
  const [under = 'root', ...leaves] = runningFlows(run, [...replay(pack, run, context).visits.values()])
  const { reason } = change
  const moved = {
    ...event(run, change),
    kind: 'moved' as const,
    to: flowRef(to),
    under,
    leaves: [under, ...leaves],
    reason,
  }
  return append(pack, run, [moved], context)
}

/** Opens a record again that has come to its end: it goes on at the step that its kind names. What was done stays done. */
export function reopenCase(pack: Pack, run: Run, change: CaseChange, context: FlowContext): Taken | Fault {
  const wrong = mayNot(pack, run, change)
  if (wrong !== null) return wrong
  if (isBlank(change.reason)) return fault('needs_reason', 'Say why it is opened again.')
  const step = pack.records[idOf(run.starts.chart)]?.reopening?.step
  if (step === undefined || run.starts.chart.startsWith('flow/'))
    return fault('wrong_kind', 'The policy does not let this be opened again.')
  if (!replay(pack, run, context).ended) return fault('not_yet', 'It has not come to its end.')
  const { reason } = change
  return append(pack, run, [{ ...event(run, change), kind: 'reopened', goesOnAt: step, reason }], context)
}

/** The outermost visits whose procedures are running: a move takes the place of the first and leaves the others. */
function runningFlows(run: Run, visits: readonly Visit[]): string[] {
  if (run.starts.chart.startsWith('flow/')) return ['root']
  const root = idOf(run.starts.chart)
  return visits
    .filter((visit) => visit.state === 'running' && ('call' in visit.step || 'goto' in visit.step))
    .filter((visit) => visit.frame.home === root)
    .map((visit) => visit.key)
}

function mayNot(pack: Pack, run: Run, change: CaseChange): Fault | null {
  if (change.by !== null && keptOutOf(pack, run).includes(change.by))
    return fault('named_in_case', 'You are named in this case, so you cannot change it.')
  return null
}

const event = (run: Run, { at, by }: CaseChange) => ({ seq: run.events.length + 1, at, by })
