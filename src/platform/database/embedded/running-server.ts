import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ADMIN } from './cluster.ts'
import { holderOf } from './lock.ts'
import { findPlaces } from './places.ts'

/**
 * The address of the embedded server of a data folder that another process of ours runs at this moment, or null.
 * A command uses it beside a running program: two programs on one folder stay refused, two clients of one server do not.
 */
export function runningServer(dataFolder: string, log: (line: string) => void): string | null {
  if (!existsSync(join(dataFolder, 'database.json'))) return null
  const places = findPlaces(dataFolder, log)
  if (!holderOf(places.home)) return null
  const pidFile = join(places.cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  // Line 4 of PostgreSQL's own file is the port on which it listens.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  if (!Number.isInteger(port) || port <= 0) return null
  return `postgres://${ADMIN}:${encodeURIComponent(places.password)}@127.0.0.1:${port}/kept`
}
