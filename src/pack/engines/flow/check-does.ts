import { afterLength } from '../../time/due.ts'
import { lengthOf } from '../../time/read.ts'
import { appliesOf } from '../tables/applied.ts'
import type { StepInput } from './answer.ts'
import { chooseOf, isOptional, kindOf } from './chart.ts'
import { type Fault, fault, isBlank } from './checks.ts'
import { checkEvidence } from './evidence.ts'
import type { FlowContext } from './run.ts'
import type { Visit } from './state.ts'

/** Whether what somebody did fits the step. */
export function checkDoes(visit: Visit, input: StepInput, context: FlowContext): Fault | null {
  const { does } = input
  if ('answers' in does) return checkAnswers(visit, does.answers) ?? checkWitness(visit, input)
  if ('done' in does) {
    const kind = kindOf(visit.step)
    if (kind !== 'do' && kind !== 'wait') return fault('wrong_kind', 'This step wants an answer.')
    if (visit.awaits !== undefined) return fault('wrong_answer', 'Say whose answer has come.')
    return checkWitness(visit, input) ?? checkEvidence(visit.step, input, context)
  }
  if ('notNeeded' in does) return checkNotNeeded(visit, input)
  if ('second' in does) return checkSecond(visit, input)
  if ('voice' in does) return 'decision' in visit.step ? null : fault('wrong_kind', 'Nothing is decided here.')
  if ('heard' in does) return checkHeard(visit, does.heard)
  if ('gaveUp' in does) return checkGaveUp(visit, input, context)
  if ('people' in does)
    return visit.stillNeeds.includes('people') ? null : fault('wrong_kind', 'This step does not ask for people.')
  return null
}

function checkAnswers(visit: Visit, answers: readonly string[]): Fault | null {
  if (!('ask' in visit.step)) return fault('wrong_kind', 'This step asks no question.')
  const known = visit.step.answers.map((one) => one.id)
  const different = new Set(answers)
  if (different.size !== answers.length || answers.some((one) => !known.includes(one)))
    return fault('wrong_answer', 'Choose one of the answers.')
  const { least, most } = chooseOf(visit.step.choose)
  // Whoever departs from a table may choose nothing of it at all.
  if (appliesOf(visit.step) !== null) return null
  if (answers.length >= Math.max(least, 1) && answers.length <= most) return null
  return fault('wrong_answer', most === 1 ? 'Choose one answer.' : `Choose at least ${Math.max(least, 1)}.`)
}

function checkHeard({ awaits }: Visit, party: string): Fault | null {
  if (awaits === undefined) return fault('wrong_kind', 'This step does not wait for several.')
  if (!awaits.parties.includes(party)) return fault('wrong_answer', 'This step does not wait for them.')
  return awaits.heard.includes(party) ? fault('said_already', 'Their answer is recorded already.') : null
}

function checkNotNeeded(visit: Visit, input: StepInput): Fault | null {
  if (!isOptional(visit.step)) return fault('mandatory', 'The policy demands this step, so it cannot be left out.')
  return isBlank(input.reason) ? fault('needs_reason', 'Say why this step is not needed.') : null
}

function checkSecond(visit: Visit, input: StepInput): Fault | null {
  const { stillNeeds, by } = visit
  const wanted = stillNeeds.filter((one) => one !== 'answer' && one !== 'people')
  if (by === null || wanted.length === 0) return fault('wrong_kind', 'This step needs nobody else.')
  if (input.by.person === null || input.by.person === by.by)
    return fault('same_person', 'A second person has to confirm this. It cannot be the one who recorded it.')
  if (wanted.includes('second_person')) return null
  return wanted.some((one) => input.by.parties.includes(one))
    ? null
    : fault('not_theirs', 'Somebody else has to confirm this.')
}

function checkWitness(visit: Visit, input: StepInput): Fault | null {
  if (visit.step.witness === undefined) return null
  if (isBlank(input.witness)) return fault('witness', 'Name the person who was there as a witness.')
  return input.witness === input.by.person ? fault('witness', 'Nobody is their own witness.') : null
}

function checkGaveUp(visit: Visit, input: StepInput, { calendar }: FlowContext): Fault | null {
  if (!('wait_for' in visit.step) || visit.step.give_up === undefined)
    return fault('mandatory', 'The policy does not say that this wait may be given up.')
  const over = afterLength(lengthOf(visit.step.give_up.after), Temporal.Instant.from(visit.since), calendar)
  return Temporal.Instant.compare(Temporal.Instant.from(input.at), over.at) < 0
    ? fault('not_yet', 'It is too early to give up waiting.')
    : null
}
