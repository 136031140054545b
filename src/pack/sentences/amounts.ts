import { settingValue } from '../engines/schools/setting-value.ts'
import { parseTime } from '../time/parse.ts'
import { timeOf, windowsOf } from '../time/read.ts'
import { sayTime, sayWithin } from '../time/say.ts'
import { isTimeFault, type Time } from '../time/time.ts'
import { sayWindows } from '../time/windows.ts'
import type { Amount, CaseLimit, CertainTimes, DueAt, Every, Limit } from '../types/time.ts'
import type { Count, SettingRef } from '../types/value.ts'
import type { Words } from './words.ts'

/** `24 hours`, or what a setting holds. */
export const sayAmount = (words: Words, amount: Amount | Limit): string => sayOpen(words, amount, sayTime)

/** `within 24 hours`, `within 2 hours (the policy says “quickly”)`. */
export const sayLimit = (words: Words, limit: Limit): string => sayOpen(words, limit, sayWithin)

/** As `sayLimit`, also by a date that the case holds. */
export function sayCaseLimit(words: Words, limit: CaseLimit): string {
  if (typeof limit === 'string' || !('until' in limit || 'from' in limit)) return sayLimit(words, limit)
  const name = (field: string) => `“${field.replaceAll('_', ' ')}”`
  return 'until' in limit
    ? `by the date given as ${name(limit.until)}`
    : `within ${sayAmount(words, limit.for)} of ${name(limit.from)}`
}

/** `each term`, `each term (the policy says “regularly”)`. */
export const sayEvery = (words: Words, every: Every): string =>
  sayOpen(words, every, (time) => (time.kind === 'length' ? `every ${sayTime(time)}` : sayTime(time)))

/** `the start of term`, `1 September`. */
export const sayDueAt = (words: Words, due: DueAt): string => sayOpen(words, due, sayTime)

/** `school days from 12:15 to 13:10; Fridays`, or what a setting holds. */
export function sayCertainTimes(words: Words, times: CertainTimes): string {
  if (Array.isArray(times)) return sayWindows(windowsOf(times) ?? [])
  const held = settingValue(words.pack, times.setting)
  const windows = Array.isArray(held) ? windowsOf(held) : null
  return windows === null
    ? `${words.thing(times.setting)}, which the school has not set yet`
    : `${sayWindows(windows)} (${words.thing(times.setting)})`
}

function sayOpen(words: Words, value: Limit | Every | DueAt | Amount, say: (time: Time) => string): string {
  if (typeof value === 'string') return say(timeOf(value))
  if ('setting' in value) return saySetting(words, value, say)
  const policy = value.policy_says === undefined ? null : `the policy says “${words.whole(value.policy_says)}”`
  const told = [policy, value.source === 'school' && policy === null ? 'the school counts this' : null]
  if (value.we_count === undefined) return `(${policy ?? ''}; the school has not yet said what it counts)`
  const why = told.filter((one) => one !== null)
  return `${say(timeOf(value.we_count))}${why.length === 0 ? '' : ` (${why.join('; ')})`}`
}

function saySetting(words: Words, { setting }: SettingRef, say: (time: Time) => string): string {
  const value = settingValue(words.pack, setting)
  const time = typeof value === 'string' ? parseTime(value) : null
  return time === null || isTimeFault(time)
    ? `(${words.thing(setting)}, which the school has not set yet)`
    : `${say(time)} (${words.thing(setting)})`
}

/** `one person`, `2 or more people`, or what a setting holds. */
export function sayPeople(words: Words, count: Count): string {
  const value = typeof count === 'string' ? count : settingValue(words.pack, count.setting)
  if (typeof value !== 'string')
    return `as many people as ${typeof count === 'string' ? count : words.thing(count.setting)} says`
  if (value === '1') return 'one person'
  const [least = '', most] = value.split('..')
  if (most === undefined) return `${least} people`
  return most === '' ? `${least} or more people` : `${least} to ${most} people`
}
