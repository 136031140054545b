import { Environment } from '@marcbachmann/cel-js'
import type { Compilation } from './compile.ts'
import { celName, type Functions, type Scope, typeName } from './scope.ts'

/** An environment for one scope. `current` answers the functions while an expression runs. */
export interface Prepared {
  readonly environment: Environment
  current: Functions
  /** What was compiled before, by expected type and text. */
  readonly compiled: Map<string, Compilation>
}

/** Words that the expression language keeps for itself: no field may be called so. */
export const KEPT_WORDS: ReadonlySet<string> = new Set(
  (
    'as break const continue else for function if import in let loop package namespace return true false null var void while ' +
    'int uint double string bool bytes list map type null_type timestamp duration dyn optional google cel math strings'
  ).split(' '),
)

const prepared = new WeakMap<Scope, Prepared>()

/** The environment of a scope, made once. */
export function environmentOf(scope: Scope): Prepared {
  const known = prepared.get(scope)
  if (known !== undefined) return known
  const environment = new Environment({ limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200 } })
  const made: Prepared = { environment, current: {}, compiled: new Map() }
  const types: Scope['types'] = { person: {}, ...scope.types }
  for (const [name, fields] of Object.entries(types)) {
    const typed = Object.entries(fields).map(([field, type]) => [field, celName(type)])
    environment.registerType(typeName(name), { fields: { id: 'string', ...Object.fromEntries(typed) } })
  }
  for (const [name, type] of Object.entries(scope.variables))
    if (!KEPT_WORDS.has(name)) environment.registerVariable(name, celName(type))
  registerFunctions(environment, made)
  prepared.set(scope, made)
  return made
}

function registerFunctions(environment: Environment, made: Prepared): void {
  const person = typeName('person')
  const about = (name: string, ask: (id: string, ref: string) => boolean | undefined) =>
    environment.registerFunction(`${name}(${person}, string): bool`, (who: unknown, ref: string) =>
      known(ask(idOf(who), ref)),
    )
  about('signed', (id, ref) => made.current.signed?.(id, ref))
  about('agreed', (id, ref) => made.current.agreed?.(id, ref))
  about('holds', (id, ref) => made.current.holds?.(id, ref))
  about('in_audience', (id, ref) => made.current.inAudience?.(id, ref))
  environment.registerFunction('done(string): bool', (ref: string) => known(made.current.done?.(ref)))
  environment.registerFunction('agreed(string): bool', (ref: string) => known(made.current.decided?.(ref)))
  environment.registerFunction('has_record(string): bool', (ref: string) => known(made.current.hasRecord?.(ref)))
  environment.registerFunction('has_part(string): bool', (part: string) => known(made.current.hasPart?.(part)))
}

function known(answer: boolean | undefined): boolean {
  if (answer === undefined) throw new Error('unknown')
  return answer
}

function idOf(who: unknown): string {
  const id: unknown = who instanceof Map ? who.get('id') : undefined
  if (typeof id !== 'string') throw new Error('unknown')
  return id
}
