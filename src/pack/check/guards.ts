import { compileExpression } from '../expressions/compile.ts'
import { eventScope } from '../expressions/scopes.ts'
import type { Fault } from '../load/fault.ts'
import { audienceOf } from '../types/assent.ts'
import type { Guard } from '../types/guard.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { type View, valuesOfKey } from './view.ts'

/** A guard can be opened by somebody, and is not called enforced when a person holds it. */
export function guards({ pack, positions }: View): Fault[] {
  const opened = new Set([...valuesOfKey(pack, 'open')].map(({ value }) => value))
  return Object.entries(pack.guards).flatMap(([id, guard]) => [
    ...(guard.called === 'enforced' && guard.held_by !== 'kept'
      ? [
          positions.fault(
            ['guards', id, 'called'],
            'not_enforced',
            `${guard.held_by} holds this guard, so it is attested at most, not enforced.`,
          ),
        ]
      : []),
    ...(opened.has(`guard/${id}`)
      ? []
      : neverOpens(pack, guard).map((says) => positions.fault(['guards', id, 'unless'], 'never_opens', says))),
  ])
}

function neverOpens(pack: Pack, guard: Guard): string[] {
  const compilation = compileExpression(guard.unless, eventScope(pack, guard.stops))
  if (!compilation.ok) return []
  const { facts, functions, references } = compilation.expression.names
  // What the school sets is the same for everybody, today and tomorrow.
  const changing = facts.filter(({ name }) => !/^settings(\.|$)/.test(name))
  if (changing.length === 0 && functions.length === 0)
    return ['Nothing can ever open this guard: its condition never changes.']
  return references.flatMap(({ name }) => {
    const parts = partsOf(name)
    const assent = parts?.kind === 'assent' ? pack.assents[parts.id] : undefined
    if (assent === undefined) return []
    if (assent.basis === 'information') return [`Nobody ever signs ${name}: it is for information only.`]
    const audience = audienceOf(assent)
    return audience !== null && disjoint(pack, guard.for, audience)
      ? [`${name} is never asked of ${guard.for ?? ''}, so this guard stays shut for them.`]
      : []
  })
}

function disjoint(pack: Pack, guarded: string | undefined, asked: string): boolean {
  const [one, other] = [guarded ?? '', asked].map((ref) => pack.parties[partsOf(ref)?.id ?? ''])
  if (one?.kind !== 'audience' || other?.kind !== 'audience') return false
  return !one.of.some((kind) => other.of.includes(kind))
}
