import { type Pack, pack as packType } from '../types/pack.ts'
import { byPlace, type Fault, type PackFile } from './fault.ts'
import { faultsOfIssues } from './issues.ts'
import { mergeFiles } from './merge.ts'
import { Positions } from './positions.ts'
import { LIMITS, parseYaml } from './yaml.ts'

const UNREADABLE: ReadonlySet<string> = new Set(['yaml', 'encoding', 'too_deep', 'too_large', 'bad_file'])

/** A pack read from its folder: whole, or null with every fault of its form. */
export interface Loaded {
  readonly pack: Pack | null
  readonly positions: Positions
  readonly faults: readonly Fault[]
}

/** Reads the YAML files of a pack folder. Never throws; checks the form, not yet the sense. */
export function loadPack(files: readonly PackFile[]): Loaded {
  const wanted = files.filter((file) => /\.ya?ml$/.test(file.path)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const unfit = unfitFolder(wanted)
  if (unfit !== null) {
    const positions = new Positions(wanted.map((file) => file.path))
    return { pack: null, positions, faults: [positions.fault([], ...unfit)] }
  }
  const merged = mergeFiles(wanted.map(parseYaml))
  const { value, positions } = merged
  const read = packType.safeParse(value)
  // A file that cannot be read to its end would make half of the pack seem to be missing.
  const readable = !merged.faults.some((fault) => UNREADABLE.has(fault.rule))
  const misshapen = read.success || !readable ? [] : faultsOfIssues(read.error.issues, value, positions)
  const faults = [...merged.faults, ...misshapen]
  const clean = read.success && faults.length === 0
  return { pack: clean ? read.data : null, positions, faults: distinct(faults).sort(byPlace).slice(0, LIMITS.faults) }
}

/** Why a folder is not read at all, as rule and sentence; null when it is. */
function unfitFolder(files: readonly PackFile[]): readonly [rule: string, says: string] | null {
  if (files.length === 0) return ['empty_pack', 'This folder has no YAML file.']
  if (files.length > LIMITS.files) return ['too_large', `This folder has more than ${LIMITS.files} YAML files.`]
  const all = files.reduce((sum, file) => sum + file.text.length, 0)
  return all > LIMITS.all ? ['too_large', 'This folder holds more text than any policy needs.'] : null
}

const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(
    faults.map((fault) => [`${fault.file}:${fault.line}:${fault.column}:${fault.rule}:${fault.says}`, fault]),
  ).values(),
]
