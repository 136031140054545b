import type { PackFile } from '../load/fault.ts'
import { type Pack, pack as packType } from '../types/pack.ts'
import { isMap } from './place.ts'
import { shortForm } from './short-form.ts'
import { writeYaml } from './write-yaml.ts'
import { inWrittenOrder } from './written-order.ts'

const CLAUSES_A_FILE = 40
const MOST_FILES = 90

/** What stands together in the first file: what the pack is. */
const HEAD = ['pack', 'levels', 'terms']
/** What has a folder of its own, with a file for each. */
const FOLDERS = ['records', 'flows']

/**
 * A pack as the files of its folder: what `readPack` of them gives is the same pack again. Comments are not part of a
 * pack and are not written.
 */
export function packToYaml(pack: Pack): PackFile[] {
  const short = shortForm(packType, inWrittenOrder(pack))
  if (!isMap(short)) return []
  const { clauses, ...others } = short
  const head = HEAD.flatMap((key) => (others[key] === undefined ? [] : [[key, others[key]]]))
  const files = Object.entries(others)
    .filter(([key]) => !HEAD.includes(key))
    .flatMap(([key, value]) =>
      FOLDERS.includes(key) && isMap(value) ? folder(key, value) : [file(`${key}.yaml`, { [key]: value })],
    )
  return [file('pack.yaml', Object.fromEntries(head)), ...clauseFiles(Array.isArray(clauses) ? clauses : []), ...files]
}

const file = (path: string, value: unknown): PackFile => ({ path, text: writeYaml(value) })

/** One file for each; with very many, one for each first letter, because a folder may have only so many files. */
function folder(key: string, value: Readonly<Record<string, unknown>>): PackFile[] {
  const entries = Object.entries(value)
  const name = (id: string) => (entries.length > MOST_FILES ? id.slice(0, 1) : id)
  return [...Map.groupBy(entries, ([id]) => name(id))].map(([group, some]) =>
    file(`${key}/${group}.yaml`, { [key]: Object.fromEntries(some) }),
  )
}

/** Clauses keep their order over the files, which are read by name: each begins with a new section. */
function clauseFiles(clauses: readonly unknown[]): PackFile[] {
  const parts: { readonly section: string; readonly clauses: unknown[] }[] = []
  for (const clause of clauses) {
    const section = isMap(clause) && typeof clause.section === 'string' ? clause.section : ''
    const last = parts.at(-1)
    const full = last !== undefined && last.clauses.length >= CLAUSES_A_FILE
    if (last === undefined || (full && sectionOf(last.clauses.at(-1)) !== section))
      parts.push({ section, clauses: [clause] })
    else last.clauses.push(clause)
  }
  return parts.map(({ section, clauses: some }, index) =>
    file(`clauses/${String(index + 1).padStart(3, '0')}${section === '' ? '' : `-${section}`}.yaml`, { clauses: some }),
  )
}

const sectionOf = (clause: unknown): string =>
  isMap(clause) && typeof clause.section === 'string' ? clause.section : ''
