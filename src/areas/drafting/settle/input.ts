import { kindOfHolder } from '#pack/edit/holders.ts'
import { isMap, readPlace } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Point } from './points.ts'

/** With what somebody answers a point: the control that its value needs. */
export type PointInput =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly count: string; readonly unit: string }
  | { readonly kind: 'rhythm'; readonly value: string }
  | { readonly kind: 'line'; readonly value: string; readonly hint: string; readonly unit: string }
  | { readonly kind: 'number'; readonly value: string; readonly whole: boolean; readonly unit: string }
  | { readonly kind: 'yes_no'; readonly value: 'yes' | 'no' | '' }
  | { readonly kind: 'list' | 'times'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }

/** The units in which a length of time is said, smallest first. */
export const UNITS = ['min', 'h', 'day', 'school day', 'week', 'month', 'term', 'school year', 'year'] as const

/** How often something can be done, in the words of a pack. */
export const RHYTHMS = [
  'day',
  'school day',
  'week',
  '2 weeks',
  'month',
  '2 months',
  'half term',
  'term',
  '6 months',
  'school year',
  'year',
  '2 years',
] as const

/** The control for what stands at a point. */
export function inputOf(pack: Pack, point: Point): PointInput {
  const { value, kind, place } = point
  if (kind === 'part' || !isMap(value)) return { kind: 'none' }
  if (kind === 'reading') return { kind: 'text', value: wordsOf(value.holds) }
  if (kind === 'interval') return intervalInput(place, value)
  return valueInput(pack, place, value.value)
}

function intervalInput(place: string, value: Readonly<Record<string, unknown>>): PointInput {
  if ('for_ever' in value) return { kind: 'none' }
  const counted = typeof value.we_count === 'string' ? value.we_count : typeof value.for === 'string' ? value.for : ''
  const key = readPlace(place)?.at(-1)
  if (key === 'every') return { kind: 'rhythm', value: counted }
  if (key === 'due')
    return {
      kind: 'line',
      value: counted,
      hint: 'Like start of term, 4 weeks after start of term, or 1 September',
      unit: '',
    }
  const [, count = '', unit = ''] = /^(\d+) (.+?)s?$/.exec(counted) ?? []
  return { kind: 'amount', count, unit }
}

function valueInput(pack: Pack, place: string, value: unknown): PointInput {
  const [holder = '', id = ''] = readPlace(place) ?? []
  const setting = kindOfHolder(holder) === 'setting' ? pack.settings[id] : undefined
  const unit = setting?.unit === undefined ? '' : wordsOf(setting.unit)
  const type = setting?.type ?? typeOf(value)
  if (type === 'integer' || type === 'number')
    return { kind: 'number', value: value === undefined ? '' : String(value), whole: type === 'integer', unit }
  if (type === 'boolean') return { kind: 'yes_no', value: value === undefined ? '' : value === true ? 'yes' : 'no' }
  if (type === 'times') return { kind: 'times', value: Array.isArray(value) ? value.join('\n') : '' }
  if (type === 'list') return { kind: 'list', value: Array.isArray(value) ? value.join('\n') : '' }
  const hint = HINTS[type] ?? ''
  return { kind: 'line', value: value === undefined ? '' : String(value), hint, unit }
}

const HINTS: Readonly<Record<string, string>> = {
  time: 'Like 24 h, 10 school days, term or 1 September',
  range: 'Like 2, 1.. or 2..4',
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'list' : typeof value === 'undefined' ? 'text' : typeof value

const wordsOf = (text: unknown): string => {
  if (typeof text === 'string') return text
  const [first] = isMap(text) ? Object.values(text) : []
  return typeof first === 'string' ? first : ''
}
