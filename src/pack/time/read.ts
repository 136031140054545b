import type { Text } from '../types/base.ts'
import type { Amount, CertainTimes, DueAt, Every, Keep, Limit } from '../types/time.ts'
import type { SettingRef } from '../types/value.ts'
import { parseTime } from './parse.ts'
import { type Elastic, isTimeFault, type Length, type Time } from './time.ts'
import { parseWindow, type Window } from './windows.ts'

/**
 * A time as a checked pack holds it (text, or what the policy leaves open), read. A setting without a value yet is open;
 * those with one are resolved before anything is carried out (`packOf`).
 */
export function timeOf(value: Limit | Every | DueAt | Amount): Time {
  if (typeof value === 'string') return checked(value)
  return 'setting' in value ? unset(value) : elasticOf(value)
}

/** How long a thing is kept, and from which of its dates; null for ever. */
export const keepOf = (keep: Keep): { readonly length: Length; readonly after: string } | null =>
  'for' in keep ? { length: lengthOf(keep.for), after: keep.after } : null

/** A length as a checked pack holds it. */
export function lengthOf(value: Amount): Length {
  const time = timeOf(value)
  if (time.kind !== 'length') throw new TypeError(`“${JSON.stringify(value)}” is not a length of time`)
  return time
}

/** Certain times as a checked pack holds them; null while their setting is not set, or where a list holds no times. */
export function windowsOf(times: CertainTimes): Window[] | null {
  if (!Array.isArray(times)) return null
  const read = times.map(parseWindow).filter((one): one is Window => !isTimeFault(one))
  return times.length > 0 && read.length === times.length ? read : null
}

const unset = ({ setting }: SettingRef): Elastic => ({
  kind: 'elastic',
  policySays: setting,
  weCount: null,
  setBy: null,
  atMost: null,
})

function elasticOf(value: Exclude<Limit | Every | DueAt, string | SettingRef>): Elastic {
  return {
    kind: 'elastic',
    policySays: value.policy_says === undefined ? '' : base(value.policy_says),
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
