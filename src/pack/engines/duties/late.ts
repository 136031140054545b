import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength } from '../../time/due.ts'
import { lengthOf } from '../../time/read.ts'
import type { Late } from '../../types/late.ts'
import type { Amount } from '../../types/time.ts'

/** One thing that happens because something is late. */
export interface LateStep {
  /** Its place among the late steps, so that each happens once. */
  readonly index: number
  readonly at: string
  readonly step: Late
}

/** When each late step of a duty or step of a record happens. None while there is no due time. */
export function lateSteps(late: readonly Late[], due: string | null, calendar: SchoolCalendar): LateStep[] {
  if (due === null) return []
  const at = Temporal.Instant.from(due)
  return late
    .map((step, index) => ({
      index,
      at: (step.at === 'due' ? at : afterLength(lengthOf(step.at), at, calendar).at).toString(),
      step,
    }))
    .sort((a, b) => Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)))
}

/** What of the late steps has come by now, and when the next comes; the due time itself is still in time. */
export function lateBy(
  late: readonly Late[],
  due: string | null,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): { readonly come: readonly LateStep[]; readonly next: Temporal.Instant | null } {
  const steps = lateSteps(late, due, calendar)
  const isCome = ({ at }: LateStep) => Temporal.Instant.compare(Temporal.Instant.from(at), now) < 0
  const ahead = steps.find((one) => !isCome(one))
  return { come: steps.filter(isCome), next: ahead === undefined ? null : Temporal.Instant.from(ahead.at) }
}

/** After which moment whoever does it says why it is late; null where nobody asks. */
export const reasonAfter = (late: readonly Late[], due: string | null, calendar: SchoolCalendar): string | null =>
  lateSteps(
    late.filter((line) => line.needs === 'reason'),
    due,
    calendar,
  )[0]?.at ?? null

/** How a duty stands in time. Late stays visible after it is done. */
export type DutyState = 'open' | 'late' | 'done' | 'done_late'

/** How a duty stands at a moment, from its due time and when it was done. */
export function dutyState(due: string | null, doneAt: string | null, now: Temporal.Instant): DutyState {
  const at = doneAt === null ? now : Temporal.Instant.from(doneAt)
  const isLate = due !== null && Temporal.Instant.compare(at, Temporal.Instant.from(due)) > 0
  if (doneAt === null) return isLate ? 'late' : 'open'
  return isLate ? 'done_late' : 'done'
}

/** Whether it can be closed only with a reason: it is late, and a late step says so. */
export const needsReason = (late: readonly Late[], state: DutyState): boolean =>
  (state === 'late' || state === 'done_late') && late.some((step) => step.needs === 'reason')

/** When reminders go, so long before something is due, those that are past left out. */
export function remindersBefore(
  remind: readonly Amount[],
  due: string | null,
  from: string,
  calendar: SchoolCalendar,
): string[] {
  if (due === null) return []
  return remind
    .map((amount) => before(lengthOf(amount), due, calendar))
    .filter((at) => Temporal.Instant.compare(at, Temporal.Instant.from(from)) > 0)
    .sort(Temporal.Instant.compare)
    .map(String)
}

/** More periods than anybody waits through; each is said once, so that counting may stop here. */
const MOST_PERIODS = 400

/** How many times something that has been waited for since a moment should have been asked for again by now: once each period. */
export function remindersSince(remind: Amount, since: string, now: Temporal.Instant, calendar: SchoolCalendar): number {
  const { count, ...unit } = lengthOf(remind)
  const from = Temporal.Instant.from(since)
  const isOver = (nth: number) =>
    Temporal.Instant.compare(afterLength({ ...unit, count: count * nth }, from, calendar).at, now) <= 0
  let nth = 0
  while (nth < MOST_PERIODS && isOver(nth + 1)) nth += 1
  return nth
}

function before(length: ReturnType<typeof lengthOf>, due: string, { zone }: SchoolCalendar): Temporal.Instant {
  const at = Temporal.Instant.from(due)
  if (length.unit === 'h') return at.subtract({ hours: length.count })
  if (length.unit === 'min') return at.subtract({ minutes: length.count })
  const local = at.toZonedDateTimeISO(zone)
  return local.subtract(backwards(length)).toInstant()
}

function backwards({ count, unit }: ReturnType<typeof lengthOf>): Temporal.DurationLike {
  if (unit === 'week') return { weeks: count }
  if (unit === 'month') return { months: count }
  if (unit === 'year' || unit === 'school_year') return { years: count }
  if (unit === 'term') return { weeks: 13 * count }
  // A reminder is no deadline: school days are counted as weekdays here, which is never too late.
  return unit === 'school_day' ? { days: count + 2 * Math.ceil(count / 5) } : { days: count }
}
