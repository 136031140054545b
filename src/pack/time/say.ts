import { countOf, sayFullDate } from '#core/calendar/say-date.ts'
import { type Anchor, type Elastic, type Length, MONTHS, type Time, type Unit, WEEKDAYS } from './time.ts'

/** A time in plain English, to stand in a sentence: `24 hours`, `each term`, `4 weeks after the start of term`. */
export function sayTime(time: Time): string {
  switch (time.kind) {
    case 'length':
      return sayLengthOf(time)
    case 'every':
      return sayEvery(time.count, time.unit)
    case 'yearly':
      return time.day === undefined
        ? `every year in ${month(time.month)}`
        : `every year on ${time.day} ${month(time.month)}`
    case 'weekly':
      return `every week on ${WEEKDAYS[time.weekday - 1] ?? 'Monday'}`
    case 'anchored':
      return time.offset === null
        ? sayAnchor(time.anchor)
        : `${sayLengthOf(time.offset)} ${time.side} ${sayAnchor(time.anchor)}`
    case 'day_of_year':
      return `${time.day} ${month(time.month)}`
    case 'date':
      return `until ${sayFullDate(Temporal.PlainDate.from(time.date))}`
    case 'elastic':
      return sayElastic(time)
  }
}

/** When something is due after its event: `within 24 hours`, `by the end of term`, `immediately (we count 1 hour)`. */
export function sayWithin(time: Time): string {
  if (time.kind === 'elastic') return sayTime(time)
  if (time.kind === 'length') return `within ${sayTime(time)}`
  return time.kind === 'anchored' || time.kind === 'day_of_year' ? `by ${sayTime(time)}` : sayTime(time)
}

const NAMES: Readonly<Record<string, string>> = {
  min: 'minute',
  h: 'hour',
  school_day: 'school day',
  half_term: 'half term',
  school_year: 'school year',
}

const name = (unit: string): string => NAMES[unit] ?? unit

const sayLengthOf = (length: Length): string => countOf(length.count, name(length.unit))

const sayEvery = (count: number, unit: Unit | string): string =>
  count === 1 ? `each ${name(unit)}` : `every ${countOf(count, name(unit))}`

function sayAnchor(anchor: Anchor): string {
  if (anchor.kind === 'named') return `“${anchor.name.replaceAll('_', ' ').replaceAll('.', ' ')}”`
  const article = anchor.of === 'term' || anchor.of === 'half_term' ? '' : 'the '
  return `the ${anchor.edge} of ${article}${name(anchor.of)}`
}

function sayElastic({ policySays, weCount, atMost }: Elastic): string {
  const most = atMost === null ? '' : `, at most ${sayLengthOf(atMost)}`
  return weCount === null
    ? `${policySays} (the school has not put a number to it${most})`
    : `${policySays} (we count ${sayTime(weCount)}${most})`
}

const month = (number: number): string => MONTHS[number - 1] ?? 'January'
