import type { Fault } from '../load/fault.ts'
import type { Path, Positions } from '../load/positions.ts'
import type { Pack } from '../types/pack.ts'
import type { Steps } from '../types/step.ts'
import type { RuleId } from './rules.ts'

/** The places of a pack, for faults of a known rule only: each rule has a test. */
export interface Places extends Pick<Positions, 'inside' | 'key'> {
  fault(path: Path, rule: RuleId, says: string): Fault
  faultAtKey(path: Path, rule: RuleId, says: string): Fault
}

/** What a rule looks at. */
export interface View {
  readonly pack: Pack
  readonly positions: Places
}

/** A rule: what it finds wrong in a pack. */
export type Rule = (view: View) => Fault[]

/** Steps of a record or flow, and where they stand. */
export interface Procedure {
  /** `record/incident` or `flow/illegal_incident`. */
  readonly ref: string
  readonly path: readonly [string, string]
  readonly start: string | undefined
  readonly steps: Steps
}

/** Every procedure of a pack: records that have steps, and flows. */
export const proceduresOf = (pack: Pack): Procedure[] => [
  ...Object.entries(pack.records).flatMap(([id, record]): Procedure[] =>
    Object.keys(record.steps).length === 0
      ? []
      : [{ ref: `record/${id}`, path: ['records', id], start: record.start, steps: record.steps }],
  ),
  ...Object.entries(pack.flows).map(
    ([id, flow]): Procedure => ({ ref: `flow/${id}`, path: ['flows', id], start: flow.start, steps: flow.steps }),
  ),
]

/** Every text value of a pack with its path. */
export function textsOf(value: unknown): { path: Path; text: string }[] {
  const found: { path: Path; text: string }[] = []
  walk(value, [], (one, path) => {
    if (typeof one === 'string') found.push({ path: [...path], text: one })
  })
  return found
}

/** Finds every object in a pack that has a key, with the value of that key and its path. */
export function valuesOfKey(value: unknown, key: string, path: Path = []): { path: Path; value: unknown }[] {
  const found: { path: Path; value: unknown }[] = []
  walk(value, [...path], (one, at, isField) => {
    if (isField && at.at(-1) === key) found.push({ path: [...at], value: one })
  })
  return found
}

type Seen = (value: unknown, path: Path, isField: boolean) => void

// Twenty rules walk the whole pack at each edit: one path is kept on the way, and copied only for what is found.
function walk(value: unknown, path: (string | number)[], seen: Seen, isField = false): void {
  seen(value, path, isField)
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const name of isList ? value.keys() : Object.keys(value)) {
    path.push(name)
    walk(Reflect.get(value, name), path, seen, !isList)
    path.pop()
  }
}

/** Whether a value has the shape of a `who`. */
export const isWho = (
  value: unknown,
): value is string | { any_of: readonly string[] } | { all_of: readonly string[] } =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && ('any_of' in value || 'all_of' in value))
