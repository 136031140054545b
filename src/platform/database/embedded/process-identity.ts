import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Names one process for good: ids are used again, but not with the same start time after the same boot. */
export interface ProcessIdentity {
  readonly pid: number
  readonly startedAt: string
  readonly bootId: string
}

/** The identity of a living process; null when there is none, or only a dead one that nobody has buried. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid)
  return startedAt === null ? null : { pid, startedAt, bootId: bootId() }
}

/** Whether exactly this process still lives. */
export function lives(known: ProcessIdentity): boolean {
  const now = identify(known.pid)
  return now !== null && now.startedAt === known.startedAt && now.bootId === known.bootId
}

/** The words of a process's command line, or null when there is no such process. */
export function commandOf(pid: number): string | null {
  if (identify(pid) === null) return null
  if (process.platform === 'linux') return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null
  return ps(pid, 'command=')
}

function startOnLinux(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields?.[0]
  if (state === undefined || state === 'Z' || state === 'X') return null
  return fields?.[19] ?? null
}

const startElsewhere = (pid: number): string | null => (ps(pid, 'stat=')?.startsWith('Z') ? null : ps(pid, 'lstart='))

function bootId(): string {
  if (process.platform === 'linux') return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return output('sysctl', ['-n', 'kern.boottime']) ?? ''
}

const ps = (pid: number, column: string): string | null => output('ps', ['-o', column, '-p', String(pid)])

function output(command: string, args: readonly string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
