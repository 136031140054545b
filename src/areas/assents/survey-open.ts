import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { closesAt } from '#pack/engines/assents/survey.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Request } from './request.ts'
import { startOfRound } from './round.ts'

/** Whether an agreement may be answered in a round: a survey without names only while it is open, everything else always. */
export function takesAnswers(assent: Assent, round: string, now: Temporal.Instant, calendar: SchoolCalendar): boolean {
  if (assent.anonymous !== true) return true
  const closes = closesAt(assent, startOfRound(round), calendar)
  return closes !== null && Temporal.Instant.compare(now, closes) < 0
}

/** Whether an asking waits for an answer to a survey that is over: then nothing waits any more. */
export function isSurveyOver(pack: Pack, request: Request, now: Temporal.Instant, calendar: SchoolCalendar): boolean {
  const assent = pack.assents[request.assent]
  return assent !== undefined && request.state === 'open' && !takesAnswers(assent, request.round, now, calendar)
}
