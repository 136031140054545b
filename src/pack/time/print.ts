import { type Anchor, type Elastic, type Length, MONTHS, type Time, WEEKDAYS } from './time.ts'

/** Writes a time as the pack writes it, the one spelling of each; `parseTime` reads it back. */
export function printTime(time: Exclude<Time, Elastic>): string {
  switch (time.kind) {
    case 'length':
      return printLength(time)
    case 'every':
      return time.count === 1 && !EXACT.has(time.unit)
        ? `each ${words(time.unit)}`
        : `each ${counted(time.count, time.unit)}`
    case 'yearly':
      return time.day === undefined ? `yearly in ${month(time.month)}` : `yearly on ${time.day} ${month(time.month)}`
    case 'weekly':
      return `weekly on ${weekday(time.weekday)}`
    case 'anchored':
      return time.offset === null
        ? anchor(time.anchor)
        : `${printLength(time.offset)} ${time.side} ${anchor(time.anchor)}`
    case 'day_of_year':
      return `${time.day} ${month(time.month)}`
    case 'date':
      return `until ${time.date}`
  }
}

/** Writes a length as the pack writes it. */
export const printLength = (length: Length): string => counted(length.count, length.unit)

const EXACT: ReadonlySet<string> = new Set(['h', 'min'])

const counted = (count: number, unit: string): string =>
  `${count} ${words(unit)}${count === 1 || EXACT.has(unit) ? '' : 's'}`

const anchor = (at: Anchor): string => (at.kind === 'named' ? at.name : `${at.edge} of ${words(at.of)}`)

const words = (unit: string): string => unit.replace('_', ' ')

const month = (number: number): string => MONTHS[number - 1] ?? 'January'

const weekday = (number: number): string => WEEKDAYS[number - 1] ?? 'Monday'
