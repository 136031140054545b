import { z } from 'zod'

/** What is within something that may be left out. */
export function bare(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault ? bare(type.unwrap()) : type
}

/** What a value is when it is left out; undefined when nothing is said then. */
export const fallbackOf = (type: z.core.$ZodType): unknown =>
  type instanceof z.ZodDefault ? type.def.defaultValue : undefined

/** Whether something may be left out. */
export const mayBeLeftOut = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodOptional || type instanceof z.ZodDefault

const takes = (type: z.core.$ZodType, value: unknown): boolean => z.safeParse(type, value).success

/** A length of time: what takes `24 h` and not any text. */
export const isAmount = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodString && takes(type, '24 h') && !takes(type, 'some words')

/** A point in a period, such as `start of term`. */
export const isPoint = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodString && takes(type, 'start of term') && !takes(type, 'some words')

/** A number of things such as `1..`. */
export const isRange = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodString && takes(type, '1..') && !takes(type, 'some words')

/** The kinds of thing that a reference names; empty when the type is none. */
export function kindsOfRef(type: z.core.$ZodType): string[] {
  if (!(type instanceof z.ZodTemplateLiteral)) return []
  const [first] = type.def.parts
  return first instanceof z.ZodEnum ? first.options.map(String) : []
}

/** The words of an enumeration or of one fixed text. */
export function wordsOf(type: z.core.$ZodType): string[] | null {
  if (type instanceof z.ZodEnum) return type.options.map(String)
  if (!(type instanceof z.ZodLiteral)) return null
  const values = [...type.values]
  return values.every((value) => typeof value === 'string') ? values.map(String) : null
}

/** The object types among the shapes of a type: itself, or those that it chooses from. */
export function objectShapes(type: z.core.$ZodType): z.ZodObject[] {
  const inner = bare(type)
  if (inner instanceof z.ZodObject) return [inner]
  return inner instanceof z.ZodUnion ? inner.options.flatMap(objectShapes) : []
}

/** The shape that a value has; the first when it has none yet. */
export const shapeOf = (shapes: readonly z.core.$ZodType[], value: unknown): number => {
  const fits = shapes.findIndex((shape) => takes(shape, value))
  if (fits >= 0) return fits
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const named = shapes.map((shape) =>
    shape instanceof z.ZodObject ? keys.filter((key) => Object.hasOwn(shape.shape, key)).length : -1,
  )
  const best = Math.max(0, ...named)
  return best === 0 ? 0 : named.indexOf(best)
}
