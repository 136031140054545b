import type { Scalar } from '../../types/value.ts'
import { isSettingRef } from './setting-value.ts'

/**
 * A value with what its settings hold in the place of their names. One that is not set keeps its name. Whatever names no
 * setting is given back as it is, so that nothing is copied in vain.
 */
export function resolveIn<T>(value: T, held: (ref: string) => Scalar | undefined): T
export function resolveIn(value: unknown, held: (ref: string) => Scalar | undefined): unknown {
  if (isSettingRef(value)) return held(value.setting) ?? value
  if (Array.isArray(value)) {
    const items = value.map((item) => resolveIn<unknown>(item, held))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, resolveIn<unknown>(item, held)] as const)
  return entries.some(([key, item]) => item !== Reflect.get(value, key)) ? Object.fromEntries(entries) : value
}
