import { TypeError as CelTypeError, ParseError, type ParseResult } from '@marcbachmann/cel-js'
import { environmentOf, type Prepared } from './environment.ts'
import { celName, type Scope, type ScopeType } from './scope.ts'
import { type Names, namesIn } from './tree.ts'
import { plainly } from './words.ts'

/** An expression whose names and types are known to be right. */
export interface Compiled {
  readonly text: string
  readonly scope: Scope
  readonly names: Names
  readonly run: ParseResult
  readonly prepared: Prepared
}

/** What is wrong with an expression, and at which character. */
export interface ExpressionFault {
  readonly offset: number
  readonly rule: string
  readonly says: string
}

export type Compilation =
  | { readonly ok: true; readonly expression: Compiled }
  | { readonly ok: false; readonly fault: ExpressionFault }

// `matches` would run a pattern from a file against what people type; `dyn` and its like would switch the types off.
const ALLOWED = new Set([
  'signed',
  'holds',
  'in_audience',
  'done',
  'has_part',
  'agreed',
  'has_record',
  'size',
  'startsWith',
  'endsWith',
  'contains',
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
  'has',
])

/** Reads an expression against a scope; its answer must be of the expected type, yes or no unless told. */
export function compileExpression(text: string, scope: Scope, expects: ScopeType = 'boolean'): Compilation {
  const prepared = environmentOf(scope)
  const key = `${celName(expects)} ${text}`
  const known = prepared.compiled.get(key)
  if (known !== undefined) return known
  const compilation = compiled(text, scope, expects, prepared)
  // Texts come from packs; the bound only matters where somebody tries many, as an editor does.
  if (prepared.compiled.size < 5_000) prepared.compiled.set(key, compilation)
  return compilation
}

function compiled(text: string, scope: Scope, expects: ScopeType, prepared: Prepared): Compilation {
  try {
    const run = prepared.environment.parse(text)
    const names = namesIn(run.ast)
    const strange = names.functions.find((called) => !ALLOWED.has(called.name))
    if (strange !== undefined)
      return refuse(strange.offset, 'expression_function', `“${strange.name}” cannot be used here.`)
    const checked = run.check()
    if (!checked.valid) return refuseError(checked.error)
    if (checked.type !== celName(expects)) return refuse(0, 'expression_type', plainly.answer(expects))
    return { ok: true, expression: { text, scope, names, run, prepared } }
  } catch (error) {
    return refuseError(error)
  }
}

const refuse = (offset: number, rule: string, says: string): Compilation => ({
  ok: false,
  fault: { offset, rule, says },
})

function refuseError(error: unknown): Compilation {
  if (error instanceof ParseError || error instanceof CelTypeError) {
    const rule = error instanceof ParseError ? 'expression_syntax' : plainly.rule(error.code)
    return refuse(error.range?.start ?? 0, rule, plainly.error(error.code, error.summary))
  }
  return refuse(0, 'expression_syntax', 'This expression cannot be read.')
}
