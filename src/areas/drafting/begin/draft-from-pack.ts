import { isScalar, parseDocument } from 'yaml'
import { packFiles } from '#areas/policy/index.ts'
import { Halt } from '#core/errors.ts'
import type { PackFile } from '#pack/load/fault.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import type { NewName } from './pack-head.ts'
import type { Draft } from './types.ts'

/** A copy of a pack under a new name. Comments, order and clause ids stay as they are. */
export function draftFromPack(folder: string, { name }: NewName): Draft {
  const files = packFiles(folder)
  const { pack, faults } = loadPack(files)
  if (pack === null) throw new Halt(`That pack has faults itself: ${faults[0]?.says ?? 'it cannot be read'}`)
  return {
    files: files.map((file) => renamed(file, name)),
    beside: [],
    sections: pack.sections.length,
    clauses: pack.clauses.length,
    left: 0,
  }
}

/** Only the name's own letters are changed: writing the file anew would move its comments and lines. */
function renamed(file: PackFile, name: string): PackFile {
  const scalar = parseDocument(file.text).getIn(['pack', 'name'], true)
  if (!isScalar(scalar) || scalar.range == null) return file
  const [from, to] = scalar.range
  return { ...file, text: file.text.slice(0, from) + name + file.text.slice(to) }
}
