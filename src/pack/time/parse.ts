import {
  type Anchor,
  type Length,
  MONTHS,
  PERIODS,
  type Period,
  type Time,
  type TimeFault,
  UNITS,
  type Unit,
  WEEKDAYS,
} from './time.ts'

/** Reads a time as the pack writes it (the grammar is in this folder's README). */
export function parseTime(text: string): Time | TimeFault {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words === '') return { fault: 'A time is missing here.' }
  for (const read of [lengthTime, dateTime, dayOfYear, anchoredTime, yearlyTime, weeklyTime, everyTime]) {
    const time = read(words)
    if (time !== null) return time
  }
  return { fault: hint(words) }
}

function lengthTime(words: string): Time | TimeFault | null {
  const match = /^(\d+) (.+)$/.exec(words)
  const unit = unitOf(match?.[2])
  if (match === null || unit === null) return null
  return length(match[1] ?? '', unit)
}

function length(digits: string, unit: Unit): Length | TimeFault {
  const count = Number(digits)
  if (count < 1 || count > 9999) return { fault: `“${digits}” is not a number from 1 to 9999.` }
  return { kind: 'length', count, unit }
}

function dateTime(words: string): Time | TimeFault | null {
  const match = /^until (\d{4}-\d{2}-\d{2})$/.exec(words)
  if (match?.[1] === undefined) return null
  try {
    return { kind: 'date', date: Temporal.PlainDate.from(match[1], { overflow: 'reject' }).toString() }
  } catch {
    return { fault: `“${match[1]}” is not a date of the calendar.` }
  }
}

function anchoredTime(words: string): Time | TimeFault | null {
  const edge = edgeOf(words)
  if (edge !== null) return { kind: 'anchored', offset: null, side: 'after', anchor: edge }
  const match = /^(\d+) (.+?) (after|before) (.+)$/.exec(words)
  const unit = unitOf(match?.[2])
  if (match === null || unit === null) return null
  const offset = length(match[1] ?? '', unit)
  if ('fault' in offset) return offset
  const anchor = edgeOf(match[4] ?? '') ?? named(match[4] ?? '')
  if (anchor === null) return { fault: `“${match[4]}” is not a date to count from. Write for example “start of term”.` }
  return { kind: 'anchored', offset, side: match[3] === 'before' ? 'before' : 'after', anchor }
}

function edgeOf(words: string): Anchor | null {
  const match = /^(start|end) of (.+)$/.exec(words)
  const of = periodOf(match?.[2])
  if (match === null || of === null) return null
  return { kind: 'edge', edge: match[1] === 'end' ? 'end' : 'start', of }
}

const named = (words: string): Anchor | null =>
  /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(words) ? { kind: 'named', name: words } : null

function yearlyTime(words: string): Time | TimeFault | null {
  const match = /^yearly (?:in|on (\d{1,2})) ([A-Z][a-z]+)$/.exec(words)
  if (match === null) return null
  if (match[1] !== undefined) return dayIn(match[1], match[2], 'yearly')
  const month = monthOf(match[2])
  return month === 0 ? { fault: `“${match[2]}” is not a month.` } : { kind: 'yearly', month }
}

function dayOfYear(words: string): Time | TimeFault | null {
  const match = /^(\d{1,2}) ([A-Z][a-z]+)$/.exec(words)
  return match === null ? null : dayIn(match[1] ?? '', match[2], 'day_of_year')
}

function dayIn(digits: string, name: string | undefined, kind: 'yearly' | 'day_of_year'): Time | TimeFault {
  const month = monthOf(name)
  const day = Number(digits)
  if (month === 0) return { fault: `“${name}” is not a month.` }
  // 29 February is left out on purpose: it is missing three years in four.
  if (day < 1 || day > Temporal.PlainYearMonth.from({ year: 2025, month }).daysInMonth)
    return { fault: `${name} has no day ${day} every year.` }
  return { kind, month, day }
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf(name ?? '') + 1

function weeklyTime(words: string): Time | TimeFault | null {
  const match = /^weekly on ([A-Z][a-z]+)$/.exec(words)
  if (match === null) return null
  const weekday = WEEKDAYS.indexOf(match[1] ?? '') + 1
  return weekday === 0 ? { fault: `“${match[1]}” is not a day of the week.` } : { kind: 'weekly', weekday }
}

const SHORT: Readonly<Record<string, Period>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  termly: 'term',
  yearly: 'year',
}

function everyTime(words: string): Time | TimeFault | null {
  const short = SHORT[words]
  if (short !== undefined) return { kind: 'every', count: 1, unit: short }
  const match = /^(?:(?:each|every) )?(?:(\d+) )?(.+)$/.exec(words)
  if (match?.[1] === undefined) {
    const period = periodOf(match?.[2])
    return period === null ? null : { kind: 'every', count: 1, unit: period }
  }
  const unit = unitOf(match[2])
  if (unit === null) return null
  const read = length(match[1], unit)
  return 'fault' in read ? read : { kind: 'every', count: read.count, unit }
}

const unitOf = (word: string | undefined): Unit | null => UNITS.find((unit) => spells(unit, word)) ?? null

const periodOf = (word: string | undefined): Period | null =>
  PERIODS.find((period) => period.replace('_', ' ') === word) ?? null

const spells = (unit: Unit, word: string | undefined): boolean => {
  const one = unit.replace('_', ' ')
  return word === one || (unit !== 'h' && unit !== 'min' && word === `${one}s`)
}

const LOOSE =
  /^(immediately|at once|promptly|quickly|as soon as (reasonably )?possible|regularly|frequently|periodically|often|without delay|continually|ongoing)\b/i

function hint(words: string): string {
  if (LOOSE.test(words))
    return `“${words}” has no number. Write { policy_says: "${words}", we_count: … } with the number that the school puts to it.`
  if (/^(before|in advance)\b/i.test(words))
    return `“${words}” says what must come first. Write it as a guard, not as a time.`
  if (/^\d+ ?(hours?|hrs?)$/i.test(words)) return `Write hours as “h”: “${Number.parseInt(words, 10)} h”.`
  if (/^\d+ ?(minutes?|mins)$/i.test(words)) return `Write minutes as “min”: “${Number.parseInt(words, 10)} min”.`
  return `“${words}” is not a time. Write for example “24 h”, “1 day”, “10 school days”, “each term” or “4 weeks after start of term”.`
}
