import { compileExpression } from '../expressions/compile.ts'
import { personScope } from '../expressions/scopes.ts'
import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** A fact cannot be worked out from itself, by whatever way round. */
export function factLoops({ pack, positions }: View): Fault[] {
  const uses = new Map<string, readonly string[]>()
  for (const [name, fact] of Object.entries(pack.facts)) {
    if (!('is' in fact)) continue
    const names = factsIn(pack, fact.is)
    uses.set(name, names)
  }
  return [...uses.keys()].flatMap((name) =>
    leadsTo(uses, name, name, new Set())
      ? [positions.faultAtKey(['facts', name], 'fact_loop', `${name} is worked out from itself.`)]
      : [],
  )
}

function factsIn(pack: View['pack'], text: string): readonly string[] {
  for (const expects of ['boolean', 'integer', 'number', 'text'] as const) {
    const compilation = compileExpression(text, personScope(pack), expects)
    if (compilation.ok) return compilation.expression.names.facts.map((fact) => fact.name)
  }
  return []
}

function leadsTo(uses: ReadonlyMap<string, readonly string[]>, from: string, to: string, seen: Set<string>): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  return (uses.get(from) ?? []).some((next) => next === to || leadsTo(uses, next, to, seen))
}
