import type { Field } from '../types/field.ts'
import type { Verdict } from './judge.ts'
import { wordsOf } from './words.ts'

/**
 * What is said to answers that a yes/no question does not take, by field. A field whose condition is certainly not met is not
 * asked; one that is left open is another matter.
 */
export function refusedAnswers(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  judge: (expression: string) => Verdict,
  language = 'en',
): Record<string, string> {
  const refused = fields.filter(
    (field) =>
      field.must !== undefined &&
      isOther(values[field.id], field.must) &&
      (field.when === undefined || judge(field.when) !== 'no'),
  )
  return Object.fromEntries(refused.map((field) => [field.id, refusalOf(field, language)]))
}

/** What is said to whoever gives another answer than the only one that is taken. */
export const refusalOf = ({ must, refusal }: Pick<Field, 'must' | 'refusal'>, language: string): string =>
  refusal === undefined ? `The policy takes only a ${must ?? 'yes'} here` : wordsOf(refusal, language)

const isOther = (value: unknown, must: 'yes' | 'no'): boolean =>
  value === (must === 'no') || value === (must === 'yes' ? 'no' : 'yes')
