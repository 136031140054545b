import { type Pack, pack as packType } from '../types/pack.ts'
import { byPlace, type Fault, type PackFile } from './fault.ts'
import { faultsOfIssues } from './issues.ts'
import { mergeFiles } from './merge.ts'
import type { Positions } from './positions.ts'
import { LIMITS, parseYaml } from './yaml.ts'

const UNREADABLE: ReadonlySet<string> = new Set(['yaml', 'too_deep', 'too_large', 'bad_file'])

/** A pack read from its folder: whole, or null with every fault of its form. */
export interface Loaded {
  readonly pack: Pack | null
  readonly positions: Positions
  readonly faults: readonly Fault[]
}

/** Reads the YAML files of a pack folder. Never throws; checks the form, not yet the sense. */
export function loadPack(files: readonly PackFile[]): Loaded {
  const wanted = files.filter((file) => /\.ya?ml$/.test(file.path)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const merged = mergeFiles(wanted.slice(0, LIMITS.files).map(parseYaml))
  const { value, positions } = merged
  if (wanted.length === 0)
    return { pack: null, positions, faults: [positions.fault([], 'empty_pack', 'This folder has no YAML file.')] }
  const read = packType.safeParse(value)
  // A file that cannot be read to its end would make half of the pack seem to be missing.
  const readable = !merged.faults.some((fault) => UNREADABLE.has(fault.rule))
  const misshapen = read.success || !readable ? [] : faultsOfIssues(read.error.issues, value, positions)
  const faults = [...merged.faults, ...misshapen]
  const clean = read.success && faults.length === 0
  return { pack: clean ? read.data : null, positions, faults: distinct(faults).sort(byPlace) }
}

const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(
    faults.map((fault) => [`${fault.file}:${fault.line}:${fault.column}:${fault.rule}:${fault.says}`, fault]),
  ).values(),
]
