import type { Path } from '../load/positions.ts'

/**
 * The address of a part of a pack: keys, and the ids of list entries; an entry without an id goes by its number from 0.
 * As text the names stand between slashes: `clauses/L-041/says`, `assents/pupil_rules/items/own_login`.
 */
export type Place = readonly string[]

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
const NEVER: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])

/** Reads the text of a place; null when it is none. The empty text is the whole pack. */
export function readPlace(text: string): Place | null {
  if (text === '') return []
  const names = text.split('/')
  return names.length <= 40 && names.every((name) => NAME.test(name) && !NEVER.has(name)) ? names : null
}

/** A place as text. */
export const placeText = (place: Place): string => place.join('/')

/** Whether something is an object with keys, and no list. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The id of an entry of a list, when it has one. */
export const idOf = (entry: unknown): string | undefined => {
  const id = isMap(entry) ? entry.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** Where an entry stands in a list; -1 when it is not there. Ids come first, numbers are for entries without one. */
export function indexIn(list: readonly unknown[], name: string): number {
  const byId = list.findIndex((entry) => idOf(entry) === name)
  if (byId >= 0 || !/^\d{1,5}$/.test(name)) return byId
  const index = Number(name)
  return index < list.length && idOf(list[index]) === undefined ? index : -1
}

/** What stands at a place; undefined when nothing does. */
export const valueAt = (content: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, name) => {
    if (Array.isArray(inner)) return inner[indexIn(inner, name)]
    return isMap(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined
  }, content)

/** The place of a path with indexes, as faults carry it. */
export function placeOfPath(content: unknown, path: Path): Place {
  let inner: unknown = content
  return path.map((key) => {
    const entry: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined
    const name = Array.isArray(inner) ? (idOf(entry) ?? String(key)) : String(key)
    inner = entry
    return name
  })
}

/** The names of the entries of a list, in order: their ids, or their numbers. */
export const namesIn = (list: readonly unknown[]): string[] => list.map((entry, index) => idOf(entry) ?? String(index))
