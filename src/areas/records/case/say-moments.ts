import { textOf } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { countingMoments } from '#pack/engines/duties/moments.ts'
import type { Case } from '../queries/read-case.ts'

/** What holds of a case from a moment in it on, once that moment is known. */
export function sayMoments(one: Case, now: Temporal.Instant, zone: string): { key: string; value: string }[] {
  const events = one.run.events.flatMap((event) => ('stepId' in event ? [event] : []))
  const fields = Object.assign({}, one.fields, ...events.map((event) => event.fields ?? {}))
  const moments = {
    opened: one.openedAt.toString(),
    ...Object.fromEntries(events.map((event) => [event.stepId, event.at])),
    ...(one.closedAt === null ? {} : { closed: one.closedAt.toString() }),
  }
  const dated = { id: one.id, kind: one.kind, subject: one.schoolId, fields, moments }
  return countingMoments(one.policy.pack, dated, schoolCalendar(), now).flatMap(({ says, at, holds }) =>
    at === null ? [] : [{ key: textOf(says), value: `${holds ? 'Since' : 'From'} ${sayFullInstant(at, zone)}` }],
  )
}
