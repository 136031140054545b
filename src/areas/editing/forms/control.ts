import type { z } from 'zod'

/** One thing that may be chosen. */
export interface Option {
  readonly value: string
  readonly text: string
}

/** One question of a form: its key within its part, and how it is asked. */
export interface Field {
  readonly key: string
  readonly control: Control
  readonly required: boolean
  /** What it is when nothing is said. */
  readonly fallback: unknown
  /** The question, where the key does not tell it. */
  readonly label?: string
}

/** One of several forms that a value may take. */
export interface Shape {
  readonly label: string
  readonly type: z.core.$ZodType
  readonly control: Control
}

/** How a value is asked for. `parts` have pages of their own and are no fields. */
export type Control =
  | { readonly is: 'text'; readonly languages: readonly string[] }
  | { readonly is: 'line'; readonly hint: string }
  | { readonly is: 'lines'; readonly of?: z.core.$ZodType }
  | { readonly is: 'number' | 'tick' | 'amount' | 'clauses' | 'scalar' }
  | { readonly is: 'expression' }
  | { readonly is: 'fixed'; readonly value: unknown }
  | { readonly is: 'flag'; readonly value: unknown }
  | { readonly is: 'one'; readonly options: readonly Option[] }
  | { readonly is: 'some'; readonly options: readonly Option[] }
  | { readonly is: 'cell'; readonly options: readonly Option[] }
  | { readonly is: 'group'; readonly fields: readonly Field[] }
  | { readonly is: 'choice'; readonly shapes: readonly Shape[] }
  | { readonly is: 'several'; readonly of: Control; readonly type: z.core.$ZodType }
  | { readonly is: 'pairs'; readonly of: Control }
  | { readonly is: 'parts'; readonly of: z.core.$ZodType; readonly ordered: boolean }

/** What a form sends: every field by its name. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** The first answer of a field, trimmed; empty when there is none. */
export const lineIn = (sent: Sent, name: string): string => {
  const value = sent[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** Every answer of a field that is not empty, each once, in order. */
export const allIn = (sent: Sent, name: string): string[] => {
  const value = sent[name]
  const all = typeof value === 'string' ? [value] : (value ?? [])
  return [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))]
}

/** The name of a field within another. */
export const under = (name: string, key: string): string => (name === '' ? key : `${name}/${key}`)

/** The name under which the fields of one shape of a choice stand. */
export const ofShape = (name: string, index: number): string => `${name}:${index}`
