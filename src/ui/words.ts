/** The few shapes that every component shares. */
import type { ComponentChildren } from 'preact'

/** What may stand between two tags. */
export type Words = ComponentChildren

/** Further attributes for an element, for instance `data-*`. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Words together with a class, attributes, or (error messages) another hidden prefix. */
export interface Said {
  readonly says: Words
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Error messages only: said instead of "Error" to a screen reader; `''` says nothing. */
  readonly prefix?: string | undefined
}

/** Plain words, or words with their class and attributes. */
export type Piece = Words | Said

/** What was typed or chosen before, as `Form.typed` keeps it. */
export type Typed = string | number | readonly string[] | null | undefined

const isSaid = (piece: Piece): piece is Said => typeof piece === 'object' && piece !== null && 'says' in piece

/** The piece as an object, or null when there is nothing to say. */
export function said(piece: Piece): Said | null {
  if (piece === undefined || piece === null || piece === false || piece === '') return null
  return isSaid(piece) ? piece : { says: piece }
}

/** Joins class names and leaves out whatever is not one; undefined when nothing is left. */
export function cx(...names: readonly unknown[]): string | undefined {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ') || undefined
}

/** The one line that was typed, for the `value` of a field. */
export function typedLine(typed: Typed): string | undefined {
  const line = Array.isArray(typed) ? typed[0] : typed
  return line === undefined || line === null ? undefined : String(line)
}

/** All that was chosen, for tick boxes. */
export function typedAll(typed: Typed): readonly string[] {
  if (typed === undefined || typed === null || typed === '') return []
  return Array.isArray(typed) ? typed.map(String) : [String(typed)]
}
