import type { ASTNode } from '@marcbachmann/cel-js'

/** Something named in an expression, and where in its text. */
export interface Named {
  readonly name: string
  readonly offset: number
}

/** What an expression names. */
export interface Names {
  readonly references: readonly Named[]
  readonly functions: readonly Named[]
  /** Facts and fields as written: `person.year`, `answers.triage`, `risk`. */
  readonly facts: readonly Named[]
}

const REFERENCE = /^[a-z]+\/[a-z][a-z0-9_]*(#[A-Za-z0-9_.-]+)?$/

/** Walks the tree of an expression and collects what it names. */
export function namesIn(root: ASTNode): Names {
  const references: Named[] = []
  const functions: Named[] = []
  const facts: Named[] = []
  const bound = new Set<string>()
  walk(root, (node) => {
    const offset = node.start
    if (node.op === 'value' && typeof node.args === 'string' && REFERENCE.test(node.args))
      references.push({ name: node.args, offset: offset + 1 })
    if (node.op === 'call') functions.push({ name: node.args[0], offset })
    if (node.op === 'rcall') {
      functions.push({ name: node.args[0], offset })
      for (const name of boundBy(node)) bound.add(name)
    }
    if (node.op === 'id' && !bound.has(node.args)) facts.push({ name: node.args, offset })
    if (node.op === '.' && node.args[0].op === 'id' && !bound.has(node.args[0].args))
      facts.push({ name: `${node.args[0].args}.${node.args[1]}`, offset })
  })
  return { references, functions, facts }
}

const MACROS = new Set(['all', 'exists', 'exists_one', 'filter', 'map'])

const boundBy = (node: ASTNode): string[] => {
  if (node.op !== 'rcall' || !MACROS.has(node.args[0])) return []
  const first = node.args[2][0]
  return first?.op === 'id' ? [first.args] : []
}

function walk(node: ASTNode, see: (node: ASTNode) => void): void {
  see(node)
  for (const inner of childrenOf(node.args)) walk(inner, see)
}

function childrenOf(args: unknown): ASTNode[] {
  if (isNode(args)) return [args]
  return Array.isArray(args) ? args.flatMap(childrenOf) : []
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'start' in value && 'args' in value
