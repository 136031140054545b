import { compileExpression } from '../expressions/compile.ts'
import type { Fault } from '../load/fault.ts'
import type { Pack } from '../types/pack.ts'
import { exitsOf } from '../types/parts.ts'
import type { Steps } from '../types/step.ts'
import { expressionPlaces } from './expression-places.ts'
import { recordFieldPlaces, stepFieldPlaces } from './fields.ts'
import { reachable } from './steps.ts'
import type { View } from './view.ts'

/** A step cannot go by an answer or a field that is asked only after it. */
export function notYetAsked({ pack, positions }: View): Fault[] {
  return expressionPlaces(pack).flatMap(({ text, path, scope, expects }) => {
    const [holder, id, , step] = path
    if (path[2] !== 'steps' || typeof step !== 'string' || typeof id !== 'string') return []
    const steps = (holder === 'flows' ? pack.flows[id] : pack.records[id])?.steps ?? {}
    const compilation = compileExpression(text, scope, expects)
    if (!compilation.ok) return []
    return compilation.expression.names.facts.flatMap(({ name, offset }) => {
      const askers = askersOf(pack, String(holder), id, steps, name)
      if (askers.length === 0 || askers.some((asker) => asker === step || reaches(steps, asker, step))) return []
      const what = name.startsWith('answers.') ? `the question “${name.slice(8)}”` : `the field “${name}”`
      const says = `This step goes by ${what}, which is asked only later.`
      return [{ ...positions.inside(path, offset), rule: 'not_yet_asked', says }]
    })
  })
}

/** The steps of this procedure that ask for something, when nothing else of the record does. */
function askersOf(pack: Pack, holder: string, id: string, steps: Steps, name: string): string[] {
  const answer = /^answers\.(.+)$/.exec(name)?.[1]
  if (answer !== undefined) return [answer]
  const own = stepFieldPlaces(steps, [holder, id, 'steps']).filter(({ field }) => field.id === name)
  const records = holder === 'records' ? [id] : (pack.flows[id]?.in ?? []).map((ref) => ref.slice('record/'.length))
  const everywhere = records
    .flatMap((record) => recordFieldPlaces(pack, record))
    .filter(({ field }) => field.id === name)
  const elsewhere = everywhere.some(({ path }) => path[0] !== holder || path[1] !== id || path[2] !== 'steps')
  return elsewhere ? [] : own.map(({ path }) => String(path[3]))
}

const reaches = (steps: Steps, from: string, to: string): boolean => {
  const step = steps[from]
  return step !== undefined && exitsOf(step).some((exit) => reachable(steps, exit.to).has(to))
}
