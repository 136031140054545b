import type { Pack } from '../../types/pack.ts'
import { membersOf } from '../../types/parts.ts'
import type { Who } from '../../types/who.ts'
import type { StepInput } from './answer.ts'
import { partsOf } from './chart.ts'
import { checkDoes } from './check-does.ts'
import { missingFields } from './check-fields.ts'
import { checkLate } from './check-late.ts'
import { checkTeam } from './check-team.ts'
import { logOf } from './log.ts'
import { actorsAt, type OpenStep, openIn } from './open.ts'
import { checkDepartures } from './proposed.ts'
import { type FlowContext, type FlowScope, peopleOf, type Run } from './run.ts'
import { scopeIn } from './scope.ts'
import type { FlowState, Visit } from './state.ts'
import { missingTold } from './tells.ts'
import { checkVoice } from './voices.ts'
import { visitKey } from './walk.ts'

/** Why a step cannot be taken so: a code, a sentence for the page, and the fields that are wrong. */
export interface Fault {
  readonly ok: false
  readonly code: FaultCode
  readonly says: string
  readonly fields?: Readonly<Record<string, string>>
}

export type FaultCode =
  | 'not_open'
  | 'settled'
  | 'needs_reason'
  | 'named_in_case'
  | 'oneself'
  | 'not_theirs'
  | 'said_already'
  | 'not_yet'
  | 'held'
  | 'needs'
  | 'mandatory'
  | 'wrong_answer'
  | 'wrong_kind'
  | 'fields'
  | 'people'
  | 'witness'
  | 'evidence'
  | 'told'
  | 'minute'
  | 'same_person'

/** A fault. */
export const fault = (code: FaultCode, says: string, fields?: Readonly<Record<string, string>>): Fault =>
  fields === undefined ? { ok: false, code, says } : { ok: false, code, says, fields }

/** The visit that an answer is about, or why it cannot be taken. */
export function checkInput(
  pack: Pack,
  run: Run,
  state: FlowState,
  input: StepInput,
  context: FlowContext,
): { readonly ok: true; readonly visit: Visit } | Fault {
  const open = openIn(state, run, context).find((one) => one.key === input.step) ?? null
  const visit = state.visits.get(input.step) ?? earlyVisit(state, open)
  if (visit === null) return fault('not_open', 'This step is not open. Somebody may have answered it a moment ago.')
  return (
    checkTurn(visit, open, input) ??
    checkWho(pack, run, visit, state, context, input) ??
    checkParts(pack, run, input) ??
    checkNeeds(visit, open, state, run, context, input) ??
    checkDoes(visit, input, context) ??
    checkLate(visit, open, input) ??
    checkDepartures(visit, state, run, context, input) ??
    missingTold(visit.step, visit.frame.branch, input, context.children ?? []) ??
    missingFields(visit, input, (expression) => context.judge(expression, scopeWith(visit, state, run, input))) ?? {
      ok: true,
      visit,
    }
  )
}

function earlyVisit(state: FlowState, open: OpenStep | null): Visit | null {
  if (open === null || !open.early) return null
  for (const frame of state.frames.values()) {
    const step = frame.chart.steps[open.stepId]
    if (step === undefined || visitKey(frame, open.stepId, 1) !== open.key) continue
    // No time since: that marks what is recorded before its turn.
    return {
      key: open.key,
      frame,
      stepId: open.stepId,
      step,
      state: 'open',
      since: '',
      by: null,
      led: [],
      stillNeeds: [],
    }
  }
  return null
}

function checkTurn(visit: Visit, open: OpenStep | null, input: StepInput): Fault | null {
  const { state, by } = visit
  const canCorrect = state === 'done' || state === 'not_needed' || (state === 'open' && by !== null)
  if ('second' in input.does || 'voice' in input.does || 'heard' in input.does || 'people' in input.does)
    return open === null ? fault('not_open', 'This step is not open.') : null
  if (by === null || (state === 'open' && (by.kind === 'voiced' || by.kind === 'heard'))) {
    if ('takenBack' in input.does && by?.kind !== 'heard') return fault('not_open', 'There is nothing to take back.')
    return open === null ? fault('not_open', 'This step is not open.') : null
  }
  if (!canCorrect) return fault('not_open', 'This step is no longer on the path of the case.')
  if (isBlank(input.reason)) return fault('needs_reason', 'This step is done. Say why you are changing it.')
  return null
}

/** Whether a reason says nothing. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

function checkWho(
  pack: Pack,
  run: Run,
  visit: Visit,
  state: FlowState,
  context: FlowContext,
  input: StepInput,
): Fault | null {
  const keptOut = keptOutOf(pack, run)
  const { person, parties } = input.by
  if (person !== null && keptOut.includes(person))
    return fault('named_in_case', 'You are named in this case, so somebody else takes this step.')
  const { step } = visit
  if ('decision' in step && 'voice' in input.does) {
    const subjects = visit.frame.branch === null ? [] : [visit.frame.branch]
    return checkVoice(pack, visit, logOf(run), input, { opener: run.starts.by, subjects, keptOut })
  }
  // The second of two people may be anybody who handles the case: a post held by one person could not confirm itself.
  const handlers = visit.frame.chart.by === null ? [] : membersOf(visit.frame.chart.by)
  const actors = partiesIn(actorsAt(visit, state, run, context))
  const asked = [...actors, ...('second' in input.does ? handlers : [])]
  const team = checkTeam(pack, run, visit, actors, input, {
    ...context.values,
    ...logOf(run).fieldsOf(visit.frame.branch),
  })
  if (team !== null) return team
  if (asked.length === 0 || person === null) return null
  return asked.some((one) => parties.includes(one)) ? null : fault('not_theirs', 'This step is somebody else’s.')
}

function partiesIn(who: Who | null): readonly string[] {
  if (who === null) return []
  return typeof who === 'string' ? [who] : 'any_of' in who ? who.any_of : who.all_of
}

/** The people whom the case keeps out. */
export function keptOutOf(pack: Pack, run: Run): string[] {
  const parts = partsOf(pack, run.starts.chart).filter((part) => part.kept_out)
  return peopleOf(run)
    .filter((one) => parts.some((part) => part.id === one.part))
    .map((one) => one.person)
}

function checkParts(pack: Pack, run: Run, input: StepInput): Fault | null {
  const people = 'people' in input.does ? input.does.people : (input.people ?? [])
  if ('people' in input.does && people.length === 0) return fault('people', 'Name at least one person.')
  const parts = partsOf(pack, run.starts.chart)
  const strange = people.find((one) => !parts.some((part) => part.id === one.part))
  return strange === undefined ? null : fault('people', `Nobody can be “${strange.part}” in this record.`)
}

function checkNeeds(
  visit: Visit,
  open: OpenStep | null,
  state: FlowState,
  run: Run,
  context: FlowContext,
  input: StepInput,
): Fault | null {
  const { step } = visit
  if (step.never_waits || 'takenBack' in input.does || 'people' in input.does) return null
  if ((open?.heldBy.length ?? 0) > 0) return fault('held', 'This step waits for an answer that has not come yet.')
  if (step.needs === undefined || 'notNeeded' in input.does || 'gaveUp' in input.does) return null
  const verdict = context.judge(step.needs, scopeWith(visit, state, run, input))
  if (verdict === 'yes') return null
  return fault(
    'needs',
    verdict === 'no' ? 'Something has to be done first.' : 'We cannot tell whether this may be done yet.',
  )
}

/** What an expression may look at when the fields of an answer are already counted in. */
function scopeWith(visit: Visit, state: FlowState, run: Run, input: StepInput): FlowScope {
  const fields = { ...logOf(run).fieldsOf(visit.frame.branch), ...input.fields }
  return scopeIn(state.visits, fields, peopleOf(run), visit.frame)
}
