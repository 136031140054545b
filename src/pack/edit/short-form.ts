import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { isMap } from './place.ts'

/** A value as a person would write it: what is left to its default is left out, and keys follow the order of the type. */
export function shortForm(type: z.core.$ZodType, value: unknown): unknown {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return shortForm(type.unwrap(), value)
  if (type instanceof z.ZodUnion) {
    const fitting = type.options.find((option) => z.safeParse(option, value).success)
    return fitting === undefined ? value : shortForm(fitting, value)
  }
  if (type instanceof z.ZodArray)
    return Array.isArray(value) ? value.map((item) => shortForm(type.element, item)) : value
  if (!isMap(value)) return value
  if (type instanceof z.ZodRecord)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortForm(type.valueType, item)]))
  return type instanceof z.ZodObject ? shortObject(type.shape, value) : value
}

function shortObject(shape: Readonly<Record<string, z.core.$ZodType>>, value: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    inOrder(shape).flatMap(([key, type]) => {
      const item = value[key]
      if (item === undefined || (type instanceof z.ZodDefault && isDeepStrictEqual(type.def.defaultValue, item)))
        return []
      return [[key, shortForm(type, item)]]
    }),
  )
}

const FIRST = ['id', 'kind', 'ask', 'do', 'says']

/** What a reader looks for first stands first; the rest as the type names it. */
const inOrder = (shape: Readonly<Record<string, z.core.$ZodType>>) =>
  Object.entries(shape).toSorted(([a], [b]) => rank(a) - rank(b))

const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)
