import type { Field } from '../../types/field.ts'
import type { Scalar } from '../../types/value.ts'
import type { Verdict } from '../judge.ts'
import { refusedAnswers } from '../refused-answers.ts'
import type { StepInput } from './answer.ts'
import { type Fault, fault } from './checks.ts'
import type { Visit } from './state.ts'

/** The fields that a step and the chosen answers ask for. */
export function fieldsOf(visit: Pick<Visit, 'step'>, answers: readonly string[]): readonly Field[] {
  const { step } = visit
  const chosen = 'ask' in step ? step.answers.filter((one) => answers.includes(one.id)) : []
  return [...step.fields, ...chosen.flatMap((one) => one.fields)]
}

/**
 * The required fields that were left out. A field whose condition cannot be decided is asked for. Whoever says yes fills in
 * what a decision asks; a no needs nothing but its reason.
 */
export function missingFields(visit: Visit, input: StepInput, judge: (expression: string) => Verdict): Fault | null {
  const { does } = input
  const yes = 'voice' in does && does.voice === 'yes'
  if (!yes && !('answers' in does) && !('done' in does) && !('heard' in does)) return null
  const asked = fieldsOf(visit, 'answers' in does ? does.answers : [])
  const refused = refusedAnswers(asked, input.fields ?? {}, judge)
  if (Object.keys(refused).length > 0) return fault('fields', Object.values(refused)[0] ?? '', refused)
  const missing = asked
    .filter((field) => field.required && !isNamed(field, input) && isEmpty(input.fields?.[field.id]))
    .filter((field) => field.when === undefined || judge(field.when) !== 'no')
  if (missing.length === 0) return null
  const says = Object.fromEntries(missing.map((field) => [field.id, 'Fill this in']))
  return fault('fields', 'Some things are missing.', says)
}

const isEmpty = (value: Scalar | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

// People of a field come as people with their parts, not as a value.
const isNamed = (field: Field, input: StepInput): boolean =>
  (field.type === 'person' || field.type === 'people') &&
  (input.people ?? []).some((one) => field.parts === undefined || field.parts.includes(one.part))
