import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '#core/errors.ts'
import { ROSTER_LIMITS, type RosterLimits, tooLarge, wanted } from './limits.ts'
import type { RosterFiles } from './types.ts'
import { readZip } from './zip.ts'

/** Opens a roster set on this machine: a folder of CSV files or a zip of them. */
export async function openRoster(path: string, limits: RosterLimits = ROSTER_LIMITS): Promise<RosterFiles> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Refused('roster.missing', `There is no file or folder “${path}”.`)
  if (found.isDirectory()) return readFolder(path, limits)
  if (found.size > limits.totalBytes) throw tooLarge(path, limits.totalBytes)
  return readZip(await readFile(path), limits)
}

async function readFolder(folder: string, limits: RosterLimits): Promise<RosterFiles> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const name of (await readdir(folder)).filter((file) => file.toLowerCase().endsWith('.csv'))) {
    const known = wanted(name)
    if (known === null) {
      files.set(name, new Uint8Array())
      continue
    }
    const { size } = await stat(join(folder, name))
    total += size
    if (size > limits.fileBytes) throw tooLarge(name, limits.fileBytes)
    if (total > limits.totalBytes) throw tooLarge('The set', limits.totalBytes)
    files.set(known, await readFile(join(folder, name)))
  }
  if (files.size === 0) throw new Refused('roster.empty', `There are no CSV files in “${folder}”.`)
  return files
}
