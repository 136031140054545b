import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Halt } from '#core/errors.ts'
import { type PackReport, packReport } from '#pack/report.ts'
import type { Draft } from './types.ts'

/** Refuses a folder that holds something already: a new pack never writes over what is there. */
export function assertFree(folder: string): void {
  if (existsSync(folder) && (!isFolder(folder) || readdirSync(folder).length > 0))
    throw new Halt(`There is something at ${folder} already. Name a folder that is new or empty.`)
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}

/** Writes a draft as a pack folder: whole, or not at all. Gives what `kept policy check` says of it. */
export function writeDraft(folder: string, draft: Draft): PackReport {
  assertFree(folder)
  const report = packReport(draft.files)
  const [fault] = report.errors
  if (fault !== undefined) throw new Halt(`This makes no pack that checks: ${fault.file}:${fault.line} ${fault.says}`)
  const to = resolve(folder)
  const aside = `${to}.new-${process.pid}`
  try {
    for (const { path, text } of [...draft.files, ...draft.beside]) {
      mkdirSync(dirname(join(aside, path)), { recursive: true })
      writeFileSync(join(aside, path), text, { flag: 'wx' })
    }
    if (existsSync(to)) rmdirSync(to)
    renameSync(aside, to)
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    throw new Halt(`The pack could not be written to ${folder}: ${cause.message}`, { cause })
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return report
}
