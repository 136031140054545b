import type { Assent } from '../../types/assent.ts'
import { type AskingState, countsAsSigned } from './counts-as-signed.ts'

/** What one person answered to the statements of an asking, the latest of each. */
export interface Answered {
  readonly signerId: string
  readonly outcome: string
  readonly answers: Readonly<Record<string, unknown>>
}

/**
 * Whether one statement of an asking was answered with a yes: by everybody who signed it, and while the whole counts as
 * signed. One no is a no; an answer that nobody gave is unknown.
 */
export function agreedTo(
  asking: AskingState,
  assent: Assent | undefined,
  item: string,
  given: readonly Answered[],
  now: Temporal.Instant,
): boolean | undefined {
  const signed = countsAsSigned(asking, assent, now)
  if (signed !== true) return signed
  const latest = new Map(given.map((one) => [one.signerId, one]))
  const answers = [...latest.values()].filter((one) => one.outcome === 'signed').map((one) => one.answers[item])
  if (answers.includes(false)) return false
  return answers.length > 0 && answers.every((one) => one === true) ? true : undefined
}
