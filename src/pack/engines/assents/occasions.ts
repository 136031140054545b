import { dayOf, type SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, dueWith, firstSecond } from '../../time/due.ts'
import { nextOccurrences } from '../../time/occurrences.ts'
import { lengthOf, timeOf } from '../../time/read.ts'
import type { Assent } from '../../types/assent.ts'
import type { Occasion } from '../../types/event.ts'
import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'
import { covers, type PersonFacts } from '../audience/person.ts'

/** Whether an event is one on which an assent is asked (again). */
export const isAskedOn = (assent: Assent, event: string): boolean => assent.asked_on.some((one) => one === event)

/**
 * The last day on which somebody took a post whose taking asks an assent again: the post that it names, or any where it names
 * none; null when they hold no such post.
 */
export function postTakenOn(assent: Assent, person: PersonFacts, asAt: Temporal.PlainDate): string | null {
  const any = isAskedOn(assent, 'person.took_post')
  const named = assent.asked_on.flatMap((one) => (typeof one === 'object' && 'post' in one ? one.post : []))
  const days = person.posts
    .filter((held) => covers(held, asAt) && (any || named.some((post) => post === held.party)))
    .map((held) => held.from)
  return days.sort().at(-1) ?? null
}

/**
 * Whether an event suspends an assent until it is answered again. Circumstances may be of a kind (`list/circumstance#divorce`);
 * where nobody says of which kind they are, they suspend whatever any kind would.
 */
export const isSuspendedBy = (assent: Assent, event: string, kind?: string): boolean =>
  assent.suspended_by.some((one) => {
    if (typeof one === 'string') return one === event
    if (!('kinds' in one) || one.on !== event) return false
    return kind === undefined || one.kinds.some((named) => named === kind || named === kind.split('#')[0])
  })

/** The kinds of circumstance that some of these agreements tell apart, each as `list/…#value`. */
export function circumstancesIn(pack: Pack, assents: readonly Assent[]): string[] {
  const kinds = assents.flatMap((assent) =>
    assent.suspended_by.flatMap((one) => (typeof one === 'object' && 'kinds' in one ? one.kinds : [])),
  )
  return [...new Set(kinds.flatMap((kind) => valuesOf(pack, kind)))]
}

function valuesOf(pack: Pack, kind: string): string[] {
  const parts = partsOf(kind)
  if (parts === null || parts.part !== undefined) return [kind]
  return (pack.lists[parts.id]?.values ?? []).flatMap((value) => (value.retired ? [] : `${kind}#${value.id}`))
}

/** The next time that the calendar asks an assent again; null when only events do. */
export function nextAsking(assent: Assent, after: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant | null {
  const times = assent.asked_on.flatMap((one) => timesOf(one, after, calendar))
  return times.sort(Temporal.Instant.compare)[0] ?? null
}

function timesOf(occasion: Occasion, after: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant[] {
  if (typeof occasion === 'string' || 'post' in occasion) return []
  const point = occasion.due === undefined ? null : timeOf(occasion.due)
  // The period that is running may still have its day before it: look from its start.
  const from = after.subtract({ hours: 24 * 400 })
  return nextOccurrences(timeOf(occasion.every), from, calendar, { until: after.add({ hours: 24 * 800 }) })
    .map(({ starts }) =>
      point === null ? starts : morningOf(dueWith(point, starts, calendar)?.at ?? starts, calendar),
    )
    .filter((at) => Temporal.Instant.compare(at, after) > 0)
    .slice(0, 1)
}

// A thing that is asked on a day is asked when the day begins, not by its end.
const morningOf = (at: Temporal.Instant, calendar: SchoolCalendar): Temporal.Instant =>
  firstSecond(dayOf(calendar, at), calendar)

/** When reminders go after an asking, and when the next party is told. */
export function remindersOf(
  assent: Assent,
  askedAt: Temporal.Instant,
  calendar: SchoolCalendar,
): { readonly at: Temporal.Instant; readonly kind: 'remind' | 'tell' }[] {
  const { reminders } = assent
  if (reminders === undefined) return []
  let at = afterLength(lengthOf(reminders.first), askedAt, calendar).at
  const found = [{ at, kind: 'remind' as 'remind' | 'tell' }]
  if (reminders.then_each === undefined)
    return reminders.then_tell === undefined ? found : [...found, { at, kind: 'tell' }]
  while (found.length < reminders.at_most) {
    at = afterLength(lengthOf(reminders.then_each), at, calendar).at
    found.push({ at, kind: 'remind' })
  }
  if (reminders.then_tell === undefined) return found
  return [...found, { at: afterLength(lengthOf(reminders.then_each), at, calendar).at, kind: 'tell' }]
}
