import type { FieldValue } from '../forms/read-fields.ts'

/** An answer that is to stand where another, or none, stood; null is none. */
export interface Change {
  readonly field: string
  readonly was: unknown
  readonly now: FieldValue | null
}

/** What of the answers says something else than what stands there. */
export function changesOf(
  stands: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, FieldValue | null>>,
): Change[] {
  return Object.entries(answers)
    .map(([field, now]) => ({ field, was: stands[field] ?? null, now }))
    .filter(({ was, now }) => !sameAnswer(was, now))
}

/** Whether two answers say the same; the order of several chosen answers says nothing. */
export const sameAnswer = (one: unknown, other: unknown): boolean => keyOf(one) === keyOf(other)

/** An answer as text, to be compared with another: also what a page sends back of what it showed, to find out who changed what. */
export const keyOf = (answer: unknown): string =>
  JSON.stringify(Array.isArray(answer) ? answer.map(String).sort() : (answer ?? null))
