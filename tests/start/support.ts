import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Account } from '#platform/database/embedded/account.ts'
import { accountOf, canRun, isRoot } from '#platform/database/embedded/account.ts'
import { identify } from '#platform/database/embedded/process-identity.ts'

const program = join(import.meta.dirname, 'hold.ts')
const nobody: Account = { ...accountOf(65_534, 65_534), uid: 65_534, gid: 65_534 }

/** Who can start Kept in these tests: ourselves and, when we are root, an ordinary user who can reach the checkout. */
export const starters: readonly { who: string; account: Account | null }[] = [
  { who: isRoot() ? 'root' : 'an ordinary user', account: null },
  ...(isRoot() && canRun(nobody, process.execPath) ? [{ who: 'an ordinary user', account: nobody }] : []),
]

/** A started program: its lines so far, and ways to wait for more. */
export interface Held {
  readonly child: ChildProcess
  readonly pid: number
  readonly lines: string[]
  readonly errors: string[]
  line(start: string): Promise<string>
  ended(): Promise<number | NodeJS.Signals>
}

/** A folder that goes away after the test, with everything that was put elsewhere on its behalf. */
export function tempFolder(account: Account | null = null): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kept start ü '))
  chmodSync(path, 0o755)
  if (account !== null) chownSync(path, account.uid, account.gid)
  return {
    path,
    remove: () => {
      const elsewhere = existsSync(join(path, 'data/database.json')) ? placeOf(join(path, 'data')) : path
      if (elsewhere.startsWith('/var/lib/kept/')) rmSync(dirname(elsewhere), { recursive: true })
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Where the database of a data folder lies. */
export function placeOf(data: string): string {
  const { cluster } = JSON.parse(readFileSync(join(data, 'database.json'), 'utf8'))
  return cluster.startsWith('/') ? cluster : join(data, cluster)
}

/** Starts the small program on a data folder, as somebody, at the head of a process group of its own. */
export function hold(data: string, options: { account?: Account | null; task?: 'write' } = {}): Held {
  const { account, task } = options
  const child = spawn(process.execPath, [program, data, ...(task === undefined ? [] : [task])], {
    cwd: dirname(program),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  const lines = collect(child.stdout)
  const errors = collect(child.stderr)
  const exit = once(child, 'close').then(([code, signal]) => code ?? signal)
  return {
    child,
    pid: child.pid ?? 0,
    lines,
    errors,
    line: async (start) => {
      for (;;) {
        const found = lines.find((line) => line.startsWith(start))
        if (found !== undefined) return found
        const done = await Promise.race([exit, once(child.stdout, 'data').then(() => null)])
        if (done !== null && !lines.some((line) => line.startsWith(start))) {
          throw new Error(`ended (${done}) without “${start}”: ${errors.join(' ')}`)
        }
      }
    },
    ended: () => exit,
  }
}

/** The address a held program printed. */
export const urlOf = async (held: Held): Promise<string> => (await held.line('ready ')).slice('ready '.length)

/** Runs one question on a held program's database. */
export async function ask<T extends pg.QueryResultRow>(held: Held, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: await urlOf(held) })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The process of the database of a data folder, dead or alive. */
export function postmasterOf(data: string): number {
  return Number(readFileSync(join(placeOf(data), 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Waits until a process has gone. */
export async function goneProcess(pid: number): Promise<void> {
  while (identify(pid) !== null) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Ends a held program in order. */
export async function finish(held: Held): Promise<void> {
  if (held.child.exitCode === null && held.child.signalCode === null) held.child.kill('SIGTERM')
  await held.ended()
}

function collect(stream: NodeJS.ReadableStream | null): string[] {
  const lines: string[] = []
  let rest = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return lines
}
