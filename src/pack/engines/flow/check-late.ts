import type { StepInput } from './answer.ts'
import { type Fault, fault, isBlank } from './checks.ts'
import type { OpenStep } from './open.ts'
import type { Visit } from './state.ts'

/** The field of a step's form in which somebody says why it is late. */
export const LATE_FIELD = 'late-because'

/**
 * Whoever takes a step late says why, where the policy wants to know. The software owes no reason, and neither does whoever
 * says that it was not needed: that has one of its own.
 */
export function checkLate(visit: Visit, open: OpenStep | null, input: StepInput): Fault | null {
  if (open === null || input.by.person === null || !takes(input) || isCorrected(visit)) return null
  if (!isLateWithReason(open, Temporal.Instant.from(input.at)) || !isBlank(input.lateBecause)) return null
  const says = 'Say why this is late'
  return fault('needs_reason', `${says}.`, { [LATE_FIELD]: says })
}

/** Whether a step that is taken at a moment is so late that the policy wants to know why. */
export const isLateWithReason = ({ reasonAfter }: Pick<OpenStep, 'reasonAfter'>, at: Temporal.Instant): boolean =>
  reasonAfter !== null && Temporal.Instant.compare(at, Temporal.Instant.from(reasonAfter)) > 0

// A correction has a reason of its own.
const isCorrected = ({ by }: Visit): boolean => by !== null && by.kind !== 'voiced' && by.kind !== 'heard'

// A second person only confirms, and naming people or taking back leaves the step open.
const takes = ({ does }: StepInput): boolean =>
  'answers' in does || 'done' in does || 'voice' in does || 'heard' in does || 'gaveUp' in does
