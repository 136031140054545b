import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackFile } from '#pack/load/fault.ts'

/** The YAML files of a folder. The thread that reads documents uses it: it must not need a page. */
export const readFiles = (folder: string): PackFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))

/** The folders of packs in a folder, by name. */
export const folderNames = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
