import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Halt } from '#core/errors.ts'
import type { ProcessIdentity } from './process-identity.ts'
import { commandOf, identify, lives } from './process-identity.ts'

/**
 * Stops a PostgreSQL that an earlier Kept left behind on this folder. The caller holds the lock, so whoever started it
 * is gone.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = firstLine(file)
  const process = pid === null ? null : identify(pid)
  if (process === null) return
  if (!commandOf(process.pid)?.includes(cluster)) {
    // The id belongs to a stranger by now; PostgreSQL would mistake it for another server and refuse to start.
    rmSync(file, { force: true })
    return
  }
  log('Kept was stopped abruptly last time: closing the database it left behind …')
  if (await stopProcess(process)) return
  throw new Halt(
    `PostgreSQL (process ${process.pid}) still runs on ${cluster} and does not stop: end that process, then start again.`,
  )
}

/** Takes away the file of a PostgreSQL whose process is dead, buried or not. A living one keeps its file. */
export function clearDeadServer(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const pid = firstLine(file)
  if (pid !== null && identify(pid) === null) rmSync(file, { force: true })
}

/** Asks a PostgreSQL to stop in order, then at once; true when it has gone. Nothing committed is lost either way. */
export async function stopProcess(process: ProcessIdentity): Promise<boolean> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!send(process, signal)) return !lives(process)
    if (await gone(process, patience)) return true
  }
  return false
}

function send(known: ProcessIdentity, signal: 'SIGINT' | 'SIGQUIT'): boolean {
  try {
    return lives(known) && process.kill(known.pid, signal)
  } catch {
    return false
  }
}

async function gone(known: ProcessIdentity, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (!lives(known)) return true
    await wait(20)
  }
  return !lives(known)
}

function firstLine(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}
