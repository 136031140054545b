import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, dueWith } from '../../time/due.ts'
import { lengthOf, timeOf } from '../../time/read.ts'
import type { Decision } from '../../types/decision.ts'
import type { DecisionStanding } from './decide.ts'

/** How a decision stands in time. */
export interface DecisionInTime {
  /** `expired`: what was agreed has lasted as long as it was to. */
  readonly kind: 'open' | 'agreed' | 'refused' | 'expired'
  /** Nobody answered in time, and the decision says what that means. */
  readonly bySilence: boolean
  readonly due: string | null
  readonly changesAt: string | null
}

/** What time adds to a decision: silence after its limit, and the end of what was agreed. */
export function decisionInTime(
  decision: Decision,
  standing: DecisionStanding,
  askedAt: Temporal.Instant,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): DecisionInTime {
  const due = decision.within === undefined ? null : (dueWith(timeOf(decision.within), askedAt, calendar)?.at ?? null)
  const text = due?.toString() ?? null
  if (standing.kind === 'refused') return { kind: 'refused', bySilence: false, due: text, changesAt: null }
  if (standing.kind === 'agreed')
    return lasting(decision, Temporal.Instant.from(standing.at), false, text, now, calendar)
  if (due === null || decision.silence === 'open' || Temporal.Instant.compare(now, due) <= 0)
    return { kind: 'open', bySilence: false, due: text, changesAt: decision.silence === 'open' ? null : text }
  if (decision.silence === 'refused') return { kind: 'refused', bySilence: true, due: text, changesAt: null }
  return lasting(decision, due, true, text, now, calendar)
}

function lasting(
  decision: Decision,
  agreedAt: Temporal.Instant,
  bySilence: boolean,
  due: string | null,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): DecisionInTime {
  const until = decision.lasts === undefined ? null : afterLength(lengthOf(decision.lasts), agreedAt, calendar).at
  const over = until !== null && Temporal.Instant.compare(now, until) > 0
  return { kind: over ? 'expired' : 'agreed', bySilence, due, changesAt: over ? null : (until?.toString() ?? null) }
}
