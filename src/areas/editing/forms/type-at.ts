import { z } from 'zod'
import { indexIn, isMap, type Place } from '#pack/edit/place.ts'
import { pack as packType } from '#pack/types/pack.ts'
import { bare, shapeOf } from './known-types.ts'

/** The type of what stands at a place of some content, or could stand there; null where nothing could. */
export function typeAt(content: unknown, place: Place): z.core.$ZodType | null {
  let type: z.core.$ZodType | null = packType
  let value: unknown = content
  for (const name of place) {
    if (type === null) return null
    const inner: z.core.$ZodType = settled(bare(type), value, name)
    if (inner instanceof z.ZodObject) {
      type = inner.shape[name] ?? null
      value = isMap(value) ? value[name] : undefined
    } else if (inner instanceof z.ZodRecord) {
      type = inner.valueType
      value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined
    } else if (inner instanceof z.ZodArray) {
      type = inner.element
      value = Array.isArray(value) ? value[indexIn(value, name)] : undefined
    } else return null
  }
  return type
}

/** Of several shapes the one that the value has, or the one that has the key. */
function settled(type: z.core.$ZodType, value: unknown, key: string): z.core.$ZodType {
  if (!(type instanceof z.ZodUnion)) return type
  const options = type.options
  const fits = options[shapeOf(options, value)]
  const named = options.find((option) => option instanceof z.ZodObject && Object.hasOwn(option.shape, key))
  const chosen = value === undefined ? named : (fits ?? named)
  return chosen === undefined ? type : settled(bare(chosen), value, key)
}
