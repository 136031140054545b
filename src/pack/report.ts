import { type CheckOptions, checkPack } from './check/check-pack.ts'
import type { Fault, PackFile } from './load/fault.ts'
import { loadPack } from './load/load-pack.ts'
import type { Pack } from './types/pack.ts'

/** What `kept policy check --json` prints for one pack. */
export interface PackReport {
  readonly name: string
  readonly policy: string
  readonly clauses: number
  readonly linked: number
  readonly not_yet: readonly string[]
  readonly by_control: Readonly<Record<string, number>>
  readonly errors: readonly Fault[]
}

/** A pack that was read and checked: usable only when there are no faults. */
export interface CheckedPack {
  readonly pack: Pack | null
  readonly faults: readonly Fault[]
}

/** Reads and checks the files of a pack folder. */
export function readPack(files: readonly PackFile[], options: CheckOptions = {}): CheckedPack {
  const { pack, positions, faults } = loadPack(files)
  return { pack, faults: pack === null ? faults : [...faults, ...checkPack(pack, positions, options)] }
}

/** The figures and faults of a pack folder. `linked` clauses have a control; `not_yet` have only a plan. */
export function packReport(files: readonly PackFile[], options: CheckOptions = {}): PackReport {
  const { pack, faults } = readPack(files, options)
  const clauses = pack?.clauses ?? []
  return {
    name: pack?.pack.name ?? '',
    policy: pack?.pack.policy ?? '',
    clauses: clauses.length,
    linked: clauses.filter((clause) => clause.kept_by.length > 0).length,
    not_yet: clauses.filter((clause) => clause.kept_by.length === 0).map((clause) => clause.id),
    by_control: countByKind(clauses),
    errors: faults,
  }
}

/** In how many clauses each kind of control has a part. */
function countByKind(clauses: Pack['clauses']): Record<string, number> {
  const kinds = clauses.flatMap((clause) => [...new Set(clause.kept_by.map((ref) => ref.split('/')[0] ?? ''))])
  const counted = Map.groupBy(kinds, (kind) => kind)
  return Object.fromEntries(
    [...counted].map(([kind, all]) => [kind, all.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
