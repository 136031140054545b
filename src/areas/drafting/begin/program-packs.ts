import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'yaml'
import { textOf } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import { head as headType, type Pack } from '#pack/types/pack.ts'
import { folderNames, readFiles } from './read-files.ts'

/** A pack of this program as somebody chooses it. */
export interface ProgramPack {
  readonly name: string
  readonly title: string
  /** For what kind of school it was written. */
  readonly about: string
  readonly clauses: number
  /** How many clauses something keeps already. */
  readonly kept: number
  /** What it has, counted: “4 agreements, 21 registers …”. */
  readonly has: string
  readonly posts: readonly { readonly id: string; readonly says: string }[]
}

const packs = new Map<string, Pack>()
const known = new Map<string, ProgramPack>()

/**
 * The packs of this program, each with what there is to know before choosing it; one that cannot be read is left out. Read
 * once in the life of the process.
 */
export const programPacks = (root: string): ProgramPack[] =>
  folderNames(join(root, 'packs')).flatMap((name) => {
    const key = join(root, 'packs', name)
    const pack = readable(key)
    if (pack === null) return []
    const one = known.get(key) ?? described(root, name, pack)
    known.set(key, one)
    return [one]
  })

/** The same for a page: between one pack and the next, others are served. */
export async function programPacksInTurn(root: string): Promise<ProgramPack[]> {
  for (const name of folderNames(join(root, 'packs'))) {
    readable(join(root, 'packs', name))
    await setImmediate()
  }
  return programPacks(root)
}

const titles = new Map<string, string>()

/** The titles of this program's packs by their names, without reading the packs. */
export function packTitles(root: string): ReadonlyMap<string, string> {
  if (titles.size > 0) return titles
  for (const name of folderNames(join(root, 'packs'))) {
    const path = join(root, 'packs', name, 'pack.yaml')
    const head = existsSync(path) ? headType.safeParse(parse(readFileSync(path, 'utf8'))?.pack) : null
    titles.set(name, head?.success === true ? textOf(head.data.title) : name)
  }
  return titles
}

/**
 * One pack of this program, whole.
 * @throws NotFound when there is none of this name, or it cannot be read.
 */
export function programPack(root: string, name: string): Pack {
  const pack = folderNames(join(root, 'packs')).includes(name) ? readable(join(root, 'packs', name)) : null
  if (pack === null) throw new NotFound('policy.pack.missing')
  return pack
}

function readable(folder: string): Pack | null {
  const held = packs.get(folder)
  if (held !== undefined) return held
  const { pack } = loadPack(readFiles(folder))
  if (pack !== null) packs.set(folder, pack)
  return pack
}

function described(root: string, name: string, pack: Pack): ProgramPack {
  const count = (things: object) => Object.keys(things).length
  return {
    name,
    title: textOf(pack.pack.title),
    about: introduction(join(root, 'packs', name, 'README.md')),
    clauses: pack.clauses.length,
    kept: pack.clauses.filter((clause) => clause.kept_by.length > 0).length,
    has: [
      countOf(count(pack.assents), 'agreement'),
      countOf(count(pack.records), 'register'),
      countOf(count(pack.flows), 'procedure'),
      `${count(pack.duties)} ${count(pack.duties) === 1 ? 'duty' : 'duties'}`,
      countOf(count(pack.tables), 'table'),
      countOf(Object.values(pack.parties).filter(({ kind }) => kind === 'post').length, 'post'),
    ].join(', '),
    posts: Object.entries(pack.parties).flatMap(([id, party]) =>
      party.kind === 'post' ? [{ id, says: textOf(party.says) }] : [],
    ),
  }
}

/** The first sentence of a pack's own page, without its figures. */
function introduction(path: string): string {
  if (!existsSync(path)) return ''
  const [, paragraph = ''] = readFileSync(path, 'utf8').split(/\n\s*\n/)
  const [first = ''] = paragraph.replace(/\s+/g, ' ').split(/: \d+ clauses/)
  return `${first.trim().replace(/\.$/, '')}.`
}
