import { compileExpression } from '../expressions/compile.ts'
import type { Fault } from '../load/fault.ts'
import { partsOf } from '../types/parts.ts'
import { expressionPlaces } from './expression-places.ts'
import type { View } from './view.ts'

// With a person before it, agreed(…) asks about somebody's answer to one statement, and that may be asked anywhere.
const isOfVersion = (name: string, call: string): boolean =>
  name === 'has_record' || (name === 'agreed' && /^[^(]*\(\s*['"]/.test(call))

/** What is asked of a version before it is published is asked there alone, by the software, and of nobody in particular. */
export function publishing({ pack, positions }: View): Fault[] {
  const guards = Object.entries(pack.guards).filter(([, guard]) => guard.stops.startsWith('document/'))
  const here = new Set(guards.map(([id]) => id))
  const elsewhere = expressionPlaces(pack).flatMap(({ text, path, scope, expects }) => {
    if (path[0] === 'guards' && here.has(String(path[1]))) return []
    const compilation = compileExpression(text, scope, expects)
    const used = compilation.ok
      ? compilation.expression.names.functions.filter(({ name, offset }) => isOfVersion(name, text.slice(offset)))
      : []
    return used.map(({ name, offset }) => ({
      ...positions.inside(path, offset),
      rule: 'expression_function',
      says: `“${name}” is asked of a version that is to be published: use it in a guard on document/… only.`,
    }))
  })
  return [
    ...elsewhere,
    ...guards.flatMap(([id, guard]) => [
      ...(pack.documents[partsOf(guard.stops)?.id ?? '']?.kind === 'policy'
        ? []
        : [
            positions.fault(
              ['guards', id, 'stops'],
              'wrong_party_kind',
              'Only the policy itself is published: name the document of kind policy.',
            ),
          ]),
      ...(guard.held_by === 'kept'
        ? []
        : [
            positions.fault(
              ['guards', id, 'held_by'],
              'not_enforced',
              'The software publishes, so it holds this guard: write held_by: kept.',
            ),
          ]),
      ...personal(pack, guard.unless).map((offset) => ({
        ...positions.inside(['guards', id, 'unless'], offset),
        rule: 'never_opens',
        says: 'Nobody in particular publishes, so nothing about a person is known here: use agreed(…) and has_record(…).',
      })),
      ...unrecorded(pack, guard.unless).map(({ offset, name }) => ({
        ...positions.inside(['guards', id, 'unless'], offset),
        rule: 'unknown_name',
        says: `“${name}” must be a question or something to do in the record itself; of a decision ask agreed(…).`,
      })),
    ]),
  ]
}

/** The steps after `#` that a record would never show as settled. */
function unrecorded(pack: View['pack'], unless: string): { offset: number; name: string }[] {
  return [...unless.matchAll(/has_record\(\s*(['"])record\/([a-z][a-z0-9_]*)#([a-z][a-z0-9_]*)\1/g)].flatMap(
    (found) => {
      const [whole, , record = '', name = ''] = found
      const step = pack.records[record]?.steps[name]
      const fits = step !== undefined && ('ask' in step || 'do' in step || 'table' in step)
      // A record that nothing defines is another rule's fault.
      return fits || !(record in pack.records) ? [] : [{ offset: found.index + whole.length - name.length - 1, name }]
    },
  )
}

/** Where a condition asks about somebody or something: before publishing there is none. */
function personal(pack: View['pack'], unless: string): number[] {
  const place = expressionPlaces(pack).find(({ text, path }) => path[0] === 'guards' && text === unless)
  const compilation = place === undefined ? null : compileExpression(unless, place.scope)
  if (compilation === null || !compilation.ok) return []
  return compilation.expression.names.facts
    .filter(({ name }) => !/^settings(\.|$)/.test(name))
    .map(({ offset }) => offset)
}
