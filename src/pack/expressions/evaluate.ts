import type { Compiled } from './compile.ts'
import type { Functions, Scope, ScopeType } from './scope.ts'

/** What is known: variables by name, things as objects, lists as arrays. Whatever is missing is unknown. */
export type Values = Readonly<Record<string, unknown>>

/** True, false, or unknown; unknown never lets pass. */
export type Verdict = true | false | 'unknown'

/** Answers a yes-or-no expression. An error is unknown: it is never a yes. */
export function evaluate(expression: Compiled, values: Values, functions: Functions = {}): Verdict {
  const answer = compute(expression, values, functions)
  return typeof answer === 'boolean' ? answer : 'unknown'
}

/** Works out an expression of any type; `undefined` when anything it needs is unknown. */
export function compute(expression: Compiled, values: Values, functions: Functions = {}): unknown {
  const { prepared, run } = expression
  const before = prepared.current
  prepared.current = functions
  try {
    return plain(run(toScope(values, expression)))
  } catch {
    return undefined
  } finally {
    prepared.current = before
  }
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

/** What the expression names, as the library wants it; the rest of the world stays out. */
function toScope(values: Values, { names, scope }: Compiled): Record<string, unknown> {
  const roots = new Set(names.facts.map((fact) => fact.name.split('.')[0] ?? ''))
  const entries = Object.entries(scope.variables)
    .filter(([name]) => roots.has(name))
    .map(([name, type]) => [name, toCel(values[name] ?? scope.constants?.[name], type, scope)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** A value as the library wants it; anything of the wrong type is left out, and so unknown. */
function toCel(value: unknown, type: ScopeType, scope: Scope): unknown {
  if (value === undefined || value === null) return undefined
  if (type === 'integer') return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined
  if (type === 'number') return typeof value === 'number' ? value : undefined
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (type === 'text') return typeof value === 'string' ? value : undefined
  if ('list' in type) return listOf(value, type.list, scope)
  // A field that names somebody, or another record, holds an id.
  if (typeof value === 'string') return { id: value }
  return typeof value === 'object' ? thingOf(value, type.of, scope) : undefined
}

function listOf(value: unknown, type: ScopeType, scope: Scope): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value.map((item) => toCel(item, type, scope))
  // One item that cannot be read makes the whole list unknown: leaving it out could let "all of them" pass.
  return items.includes(undefined) ? undefined : items
}

function thingOf(value: object, name: string, scope: Scope): Record<string, unknown> {
  const fields = { id: 'text', ...scope.types[name] } as const
  const entries = Object.entries<ScopeType>(fields).map(([field, type]) => [
    field,
    toCel(Reflect.get(value, field), type, scope),
  ])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}
