import { sayDay } from '#core/calendar/say-date.ts'
import type { KnownMeasure } from './known.ts'

/** When it was last checked where that is longest ago; null while it was never checked somewhere. */
export function lastChecked({ at }: KnownMeasure): Temporal.Instant | null {
  const times = at.map(({ standing }) => standing.asOf)
  return times.includes(null) ? null : earliest(times)
}

/** When the next check is due where that comes first. */
export const nextDue = ({ at }: KnownMeasure): Temporal.Instant | null =>
  earliest(at.map(({ standing }) => standing.next?.due ?? null))

/** When it changes by time alone, at the first school where it does. */
export const nextChange = ({ at }: KnownMeasure): Temporal.Instant | null =>
  earliest(at.map(({ standing }) => standing.changesAt))

/**
 * How a measure stands in one sentence. What somebody found stays on the page of the measure: the board is read by more
 * people than those who may read how systems are set.
 */
export function sayStanding(known: KnownMeasure, now: Temporal.Instant, zone: string): string {
  const [one] = known.worst
  if (one === undefined) return 'There is no school yet.'
  const { asOf, next } = one.standing
  const day = (text: string) => sayDay(dayIn(text, zone), dayIn(now.toString(), zone))
  const says = sentenceOf(known, asOf === null ? null : day(asOf), next === null ? null : day(next.due))
  return known.at.length === 1 ? says : `At ${known.worst.length} of ${known.at.length} schools: ${lower(says)}`
}

function sentenceOf({ state, measure }: KnownMeasure, last: string | null, next: string | null): string {
  const then = next === null ? '' : ` The next check is due ${next}.`
  if (last === null) {
    if (measure.held_by === 'kept' && measure.checked === undefined) return 'Kept does not show yet that it holds this.'
    if (measure.checked === undefined) return 'Nobody is named to check it.'
    return next === null ? 'Nobody has checked it yet.' : `Nobody has checked it yet. A check is due ${next}.`
  }
  if (state === 'broken') return `Checked ${last}: it does not hold.`
  if (state === 'late') return `Last checked ${last}. The next check was due ${next ?? 'since'}.`
  if (state === 'due') return `Last checked ${last}: it held.${then}`
  return `Checked ${last}: it holds.${then}`
}

const lower = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`

const dayIn = (text: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate()

function earliest(times: readonly (string | null)[]): Temporal.Instant | null {
  const known = times.flatMap((text) => (text === null ? [] : [Temporal.Instant.from(text)]))
  return known.sort(Temporal.Instant.compare)[0] ?? null
}
