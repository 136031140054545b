import type { Text } from '../types/base.ts'
import type { Every, Keep, Limit } from '../types/time.ts'
import { parseTime } from './parse.ts'
import { type Elastic, isTimeFault, type Length, type Time } from './time.ts'

/** A time as a checked pack holds it (text, or what the policy leaves open), read. */
export function timeOf(value: Limit | Every): Time {
  return typeof value === 'string' ? checked(value) : elasticOf(value)
}

/** How long a thing is kept, and from which of its dates; null for ever. */
export const keepOf = (keep: Keep): { readonly length: Length; readonly after: string } | null =>
  'for' in keep ? { length: lengthOf(keep.for), after: keep.after } : null

/** A length as a checked pack holds it. */
export function lengthOf(value: string): Length {
  const time = checked(value)
  if (time.kind !== 'length') throw new TypeError(`“${value}” is not a length of time`)
  return time
}

function elasticOf(value: Exclude<Limit | Every, string>): Elastic {
  return {
    kind: 'elastic',
    policySays: base(value.policy_says),
    weCount: value.we_count === undefined ? null : checked(value.we_count),
    setBy: value.set_by ?? null,
    atMost: value.at_most === undefined ? null : lengthOf(value.at_most),
  }
}

// The checker has read every time of a pack before; a fault here is one of ours and must be loud.
function checked(value: string): Time {
  const time = parseTime(value)
  if (isTimeFault(time)) throw new TypeError(time.fault)
  return time
}

const base = (text: Text): string => (typeof text === 'string' ? text : (text.en ?? Object.values(text)[0] ?? ''))
