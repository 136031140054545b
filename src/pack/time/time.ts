/** The times that a pack can say. Plain JSON, so that a published version keeps them as they are. */
export type Time = Length | Every | Yearly | Weekly | Anchored | DayOfYear | OnDate | Elastic

/** Units in which a length is counted. `min` and `h` are exact; the others go by the calendar. */
export const UNITS = ['min', 'h', 'school_day', 'day', 'week', 'month', 'term', 'school_year', 'year'] as const
export type Unit = (typeof UNITS)[number]

/** Stretches that come again: something done in each of them, or counted from their edge. */
export const PERIODS = ['school_day', 'day', 'week', 'month', 'half_term', 'term', 'school_year', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** `24 h`, `1 day`, `10 school days`, `12 months`. */
export interface Length {
  readonly kind: 'length'
  readonly count: number
  readonly unit: Unit
}

/** `each term` goes by the terms themselves; `each 5 school days` is counted from the last time. */
export interface Every {
  readonly kind: 'every'
  readonly count: number
  readonly unit: Unit | Period
}

/** `yearly in September`, `yearly on 1 March`. */
export interface Yearly {
  readonly kind: 'yearly'
  readonly month: number
  readonly day?: number
}

/** `weekly on Friday`. */
export interface Weekly {
  readonly kind: 'weekly'
  /** 1 is Monday. */
  readonly weekday: number
}

/** `start of term`, `4 weeks after start of term`, `6 years after end`. */
export interface Anchored {
  readonly kind: 'anchored'
  readonly offset: Length | null
  readonly side: 'after' | 'before'
  readonly anchor: Anchor
}

/** An edge of a period, or a named date of the record or event (`end`, `asked`, `approved`). */
export type Anchor =
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly of: Period }
  | { readonly kind: 'named'; readonly name: string }

/** `1 September`: the next one. */
export interface DayOfYear {
  readonly kind: 'day_of_year'
  readonly month: number
  readonly day: number
}

/** `until 2027-07-31`. */
export interface OnDate {
  readonly kind: 'date'
  readonly date: string
}

/** A word of the policy without a number, and the number that the school puts to it. */
export interface Elastic {
  readonly kind: 'elastic'
  readonly policySays: string
  readonly weCount: Time | null
  readonly setBy: string | null
  readonly atMost: Length | null
}

/** Why a text is no time, in a sentence for a school office. */
export interface TimeFault {
  readonly fault: string
}

/** Whether reading a time ended in a fault. */
export const isTimeFault = (value: object): value is TimeFault => 'fault' in value

/** Names of months as the grammar writes them. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Names of weekdays as the grammar writes them. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]
