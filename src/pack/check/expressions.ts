import { compileExpression } from '../expressions/compile.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { expressionPlaces } from './expression-places.ts'
import { missingIn } from './references.ts'
import type { View } from './view.ts'

/** Which kind of thing each function asks about. */
const ASKS_FOR: Readonly<Record<string, string>> = {
  signed: 'assent',
  holds: 'party',
  in_audience: 'party',
  done: 'duty',
  agreed: 'decision',
  has_record: 'record',
}

/** Every expression is readable, uses declared facts of the right type, and names what exists. */
export function expressions({ pack, positions }: View): Fault[] {
  return expressionPlaces(pack).flatMap(({ text, path, scope, expects }) => {
    const compilation = compileExpression(text, scope, expects)
    const at = (offset: number, rule: string, says: string) => ({ ...positions.inside(path, offset), rule, says })
    if (!compilation.ok) {
      const { offset, rule, says } = compilation.fault
      return [at(offset, rule, says)]
    }
    const unknown = compilation.expression.names.references.flatMap((named) => {
      const missing = missingIn(pack, named.name)
      return missing === null ? [] : [at(named.offset, ...missing)]
    })
    return [...unknown, ...wrongArguments(text, pack, at), ...ownAnswers(pack, path, text, at)]
  })
}

type At = (offset: number, rule: string, says: string) => Fault

/** `signed(person, 'assent/x')` must name an assent, not something else, and name it in quotes. */
function wrongArguments(text: string, pack: View['pack'], at: At): Fault[] {
  const calls = text.matchAll(/\b(signed|holds|in_audience|done|agreed|has_record)\s*\(([^'"()]*,)?\s*(['"])(.*?)\3/g)
  return [...calls].flatMap((call) => {
    const [whole, name = '', of, , ref = ''] = call
    // Somebody has agreed to a statement; without anybody, a decision was agreed.
    const ofSomebody = name === 'agreed' && of !== undefined
    const kind = ofSomebody ? 'assent' : (ASKS_FOR[name] ?? '')
    const offset = call.index + whole.length - ref.length - 1
    if (!ref.startsWith(`${kind}/`)) return [at(offset, 'unknown_reference', `Name ${kind}/… here, not “${ref}”.`)]
    if (ofSomebody && !ref.includes('#'))
      return [at(offset, 'unknown_part', `Name the statement that is answered: ${ref}#….`)]
    return missingIn(pack, ref) === null || /^[a-z]+\/[a-z][a-z0-9_]*(#.+)?$/.test(ref)
      ? []
      : [at(offset, 'unknown_reference', `“${ref}” is not a reference.`)]
  })
}

/** A comparison with an answer must name an answer that the question has. */
function ownAnswers(pack: View['pack'], path: Path, text: string, at: At): Fault[] {
  const [kind, id] = path
  const steps =
    kind === 'flows' ? pack.flows[String(id)]?.steps : kind === 'records' ? pack.records[String(id)]?.steps : {}
  return [...text.matchAll(/answers\.([a-z][a-z0-9_]*)\s*[!=]=\s*(['"])(.*?)\2/g)].flatMap((found) => {
    const [whole, step = '', , given = ''] = found
    const asked = steps?.[step]
    if (asked === undefined || !('answers' in asked) || asked.answers.some((answer) => answer.id === given)) return []
    const offset = found.index + whole.length - given.length - 1
    return [at(offset, 'unknown_answer', `The question “${step}” has no answer “${given}”.`)]
  })
}
