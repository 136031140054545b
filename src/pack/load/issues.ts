import type { core } from 'zod'
import type { Fault } from './fault.ts'
import { knownKeys } from './known-keys.ts'
import { nearestWord } from './near.ts'
import type { Positions as InFiles, Path } from './positions.ts'
import { worded } from './words.ts'
import { LIMITS } from './yaml.ts'

type Issue = core.$ZodIssue
type Positions = Pick<InFiles, 'fault' | 'faultAtKey'>

/** What is at a path of a value. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

/** Faults for what the schema found, each at its exact place. */
export function faultsOfIssues(issues: readonly Issue[], value: unknown, positions: Positions): Fault[] {
  return issues.slice(0, LIMITS.faults).flatMap((issue) => faultsOfIssue(issue, [], value, positions))
}

function faultsOfIssue(issue: Issue, base: Path, value: unknown, positions: Positions): Fault[] {
  const path = [...base, ...plain(issue.path)]
  const found = valueAt(value, path)
  if (found === undefined) {
    const [rule, says] = worded(issue.message, 'missing')
    const name = String(path.at(-1) ?? 'pack')
    const text = rule === 'missing' ? `“${name}” is missing here.` : `“${name}” is missing here. ${says}`
    return [positions.fault(path.slice(0, -1), 'missing', text)]
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, LIMITS.faults).map((key) => {
      const near = nearestWord(key, knownKeys())
      const help = near === null ? '' : near === key ? ' It belongs elsewhere.' : ` Did you mean “${near}”?`
      return positions.faultAtKey([...path, key], 'unknown_key', `“${key}” is not known here.${help}`)
    })
  if (issue.code === 'invalid_key') {
    const [rule, says] = worded(issue.issues[0]?.message ?? '', 'bad_id')
    return [positions.faultAtKey(path, rule, says)]
  }
  if (issue.code === 'invalid_union') {
    const branch = chosen(issue.errors, found)
    if (branch !== null) return branch.flatMap((inner) => faultsOfIssue(inner, path, value, positions))
  }
  const [rule, says] = worded(issue.message, 'bad_value')
  return [positions.fault(path, rule, says)]
}

/** The shape that was meant: the only one of this type of value or, of several, the one whose keys fit best. */
function chosen(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const possible = branches.filter((issues) => !issues.some((issue) => wrongType(issue, value)))
  const [only, another] = possible
  const compound = typeof value === 'object' && value !== null && !Array.isArray(value)
  // Of the right kind and only too short or too long; else the words of the whole choice tell more than one shape's.
  const size = only?.[0]?.code === 'too_small' || only?.[0]?.code === 'too_big'
  if (only !== undefined && another === undefined) return compound || size ? only : null
  if (!compound) return null
  const known = Object.keys(value).length
  const scored = possible
    .map((issues) => ({
      issues,
      strange: strangeKeys(issues),
      misfit: 2 * strangeKeys(issues) + missingKeys(issues, value),
    }))
    .sort((a, b) => a.misfit - b.misfit)
  const [best, second] = scored
  if (best === undefined || best.strange === known) return null
  return second === undefined || second.misfit > best.misfit ? best.issues : null
}

const wrongType = (issue: Issue, value: unknown): boolean => {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_union')
    return issue.errors.every((branch) => branch.some((inner) => wrongType(inner, value)))
  if (issue.code === 'invalid_value') return typeof value === 'object'
  return issue.code === 'invalid_type' || (issue.code === 'invalid_format' && issue.format === 'template_literal')
}

const strangeKeys = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.length : 0),
    0,
  )

const missingKeys = (issues: readonly Issue[], value: object): number =>
  issues.filter((issue) => issue.path.length === 1 && !Object.hasOwn(value, issue.path[0] ?? '')).length

const plain = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'number' ? key : String(key)))
