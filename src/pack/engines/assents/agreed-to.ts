import type { Assent } from '../../types/assent.ts'
import { type AskingState, countsAsSigned } from './counts-as-signed.ts'

/** What one person answered to the statements of an asking, in the order in which they did. */
export interface Answered {
  readonly signerId: string
  readonly outcome: string
  readonly answers: Readonly<Record<string, unknown>>
}

/** What one person says now: their last answer, with what they have taken back since. */
export interface SaysNow {
  readonly outcome: string
  readonly answers: Readonly<Record<string, unknown>>
  /** Whether they took back some of its statements, and not all. */
  readonly inPart: boolean
}

/** Whether something that was said takes back some statements only. */
export const isInPart = ({ outcome, answers }: Pick<Answered, 'outcome' | 'answers'>): boolean =>
  outcome === 'withdrawn' && Object.keys(answers).length > 0

/** What each person says now. */
export function answersNow(given: readonly Answered[]): Map<string, SaysNow> {
  const now = new Map<string, SaysNow>()
  for (const one of given) {
    const before = now.get(one.signerId)
    const answers = isInPart(one) ? { ...before?.answers, ...one.answers } : one.answers
    const outcome = isInPart(one) ? (before?.outcome ?? 'none') : one.outcome
    now.set(one.signerId, { outcome, answers: outcome === 'refused' ? {} : answers, inPart: isInPart(one) })
  }
  return now
}

/**
 * Whether one statement of an asking was answered with a yes: by everybody who signed it, and while the whole counts as
 * signed. One no is a no, also of somebody who only took it back; an answer that nobody gave is unknown.
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
  const all = [...answersNow(given).values()]
  if (all.some((one) => one.answers[item] === false)) return false
  const answers = all.filter((one) => one.outcome === 'signed').map((one) => one.answers[item])
  return answers.length > 0 && answers.every((one) => one === true) ? true : undefined
}
