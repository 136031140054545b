import { textOf } from '#areas/policy/index.ts'
import { isMap } from '#pack/edit/place.ts'
import { parseTime } from '#pack/time/parse.ts'
import { sayTime } from '#pack/time/say.ts'
import { isTimeFault } from '#pack/time/time.ts'
import type { Pack } from '#pack/types/pack.ts'
import { inputOf } from './input.ts'
import type { Point } from './points.ts'

/** What stands at a point, in words: “The policy says “promptly”. We count 24 hours.” */
export function sayPoint(pack: Pack, point: Point): string {
  const { value, kind } = point
  if (kind === 'reading') return 'It is read so.'
  if (kind === 'part') return 'The policy does not say this in so many words.'
  if (!isMap(value)) return ''
  return kind === 'interval' ? sayInterval(value) : sayValueOf(pack, point)
}

function sayInterval(value: Readonly<Record<string, unknown>>): string {
  if ('for_ever' in value) return 'It is kept for ever.'
  const open = isMap(value.policy_says) || typeof value.policy_says === 'string' ? words(value.policy_says) : ''
  const counted = typeof value.we_count === 'string' ? value.we_count : typeof value.for === 'string' ? value.for : ''
  const first = open === '' ? 'The policy does not say it.' : `The policy says “${open}”.`
  const limits = [
    ...(typeof value.at_least === 'string' ? [`at least ${inWords(value.at_least)}`] : []),
    ...(typeof value.at_most === 'string' ? [`at most ${inWords(value.at_most)}`] : []),
  ]
  const bound = limits.length === 0 ? '' : ` The limits are ${limits.join(' and ')}.`
  return `${first} ${counted === '' ? 'Nothing is counted yet.' : `We count ${inWords(counted)}.`}${bound}`
}

function sayValueOf(pack: Pack, point: Point): string {
  const input = inputOf(pack, point)
  if (input.kind === 'yes_no') return input.value === '' ? 'No value yet.' : `Now: ${input.value}.`
  const unit = 'unit' in input && input.unit !== '' ? ` ${input.unit}` : ''
  const value = 'value' in input ? input.value.replaceAll('\n', ', ') : ''
  return value === '' ? 'No value yet.' : `Now: ${value}${unit}.`
}

const inWords = (text: string): string => {
  const time = parseTime(text)
  return isTimeFault(time) ? text : sayTime(time)
}

const words = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : isMap(text)
      ? textOf(Object.fromEntries(Object.entries(text).map(([k, v]) => [k, String(v)])))
      : ''

/** Whether something stands at a point that can be confirmed as it is. */
export function hasValue(pack: Pack, point: Point): boolean {
  const input = inputOf(pack, point)
  if (input.kind === 'amount') return input.count !== ''
  return input.kind === 'none' || input.value !== ''
}
