import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { schoolYearOf } from '#core/calendar/school-year.ts'
import { afterLength, lastSecond } from '../../time/due.ts'
import { periodAfter, periodFrom } from '../../time/periods.ts'
import { lengthOf } from '../../time/read.ts'
import type { Assent } from '../../types/assent.ts'
import type { AssentFacts, Signature } from './signature.ts'

/** Until when a signature holds by what the assent says of its lasting; null while nothing ends it. */
export function validUntil(
  assent: Assent,
  signature: Signature,
  facts: AssentFacts,
  calendar: SchoolCalendar,
): Temporal.Instant | null {
  const { lasts } = assent
  const at = Temporal.Instant.from(signature.at)
  const ended = facts.endedAt == null ? null : Temporal.Instant.from(facts.endedAt)
  if (typeof lasts === 'object' && 'until' in lasts) return earlier(dateIn(signature, lasts.until, calendar), ended)
  switch (lasts) {
    case 'enrolment':
    case 'post':
    case 'one occasion':
    case 'one item':
    case 'until asked again':
      return ended
    case 'this version':
      return signature.version === facts.version ? ended : at
    case 'school year':
      return earlier(lastSecond(schoolYearOf(dayFrom(signature, facts, calendar)).end, calendar), ended)
    case 'term':
    case 'half term':
      return earlier(endOfPeriod(lasts, dayFrom(signature, facts, calendar), calendar), ended)
    default:
      return earlier(afterLength(lengthOf(lasts), at, calendar).at, ended)
  }
}

// Until the next one begins: in the holidays between two nobody has to sign again.
function endOfPeriod(lasts: 'term' | 'half term', day: Temporal.PlainDate, calendar: SchoolCalendar): Temporal.Instant {
  const period = lasts === 'term' ? 'term' : 'half_term'
  const next = periodAfter(calendar, period, periodFrom(calendar, period, day))
  return lastSecond(next.start.subtract({ days: 1 }), calendar)
}

// Asked in July for the year that begins in September: what counts is the later of asking and signing.
function dayFrom(signature: Signature, facts: AssentFacts, calendar: SchoolCalendar): Temporal.PlainDate {
  const signed = Temporal.Instant.from(signature.at).toZonedDateTimeISO(calendar.zone).toPlainDate()
  if (facts.startsOn == null) return signed
  const starts = Temporal.PlainDate.from(facts.startsOn)
  return Temporal.PlainDate.compare(signed, starts) >= 0 ? signed : starts
}

function dateIn(signature: Signature, field: string, calendar: SchoolCalendar): Temporal.Instant {
  const value = signature.fields?.[field]
  const at = Temporal.Instant.from(signature.at)
  // No date given: it holds for the day on which it was signed and no longer.
  const day = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
  return lastSecond(typeof value === 'string' ? readDay(value, day) : day, calendar)
}

function readDay(value: string, otherwise: Temporal.PlainDate): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(value)
  } catch {
    return otherwise
  }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant | null): Temporal.Instant =>
  b !== null && Temporal.Instant.compare(b, a) < 0 ? b : a
