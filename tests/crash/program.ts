import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/database/project-root.ts'
import { goneProcess, placeOf, postmasterOf } from '#tests/start/support.ts'

const built = join(projectRoot(), 'build/kept.mjs')

/** The real program, as it was built. */
export interface Program {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | NodeJS.Signals>
}

/** Starts the built program on a data folder, at the head of a process group of its own, and waits until it is ready. */
export async function serve(env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [built, 'serve'], {
    detached: true,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  const program = { child, said: () => said, ended }
  while (!said.includes('Kept is ready at')) {
    const over = await Promise.race([ended, once(child.stdout, 'data').then(() => null)])
    if (over !== null) throw new Error(`ended (${over}) before it was ready: ${said}`)
  }
  return program
}

/** Runs one command of the built program to its end. */
export async function kept(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [built, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text))
  const [status] = await once(child, 'close')
  return { status, out: out.join(''), err: err.join('') }
}

/** What is killed outright. */
export type Victim = 'the program' | 'the database' | 'everything'

/** Kills without a warning, and waits until what was killed has gone. */
export async function kill(victim: Victim, program: Program, data: string): Promise<void> {
  const postmaster = postmasterOf(data)
  // Each process of PostgreSQL leads a group of its own: no single group has them all.
  const database = [postmaster, ...childrenOf(postmaster)]
  const pid = program.child.pid ?? 0
  if (victim !== 'the database') process.kill(-pid, 'SIGKILL')
  if (victim === 'everything') for (const one of database) endNow(one)
  if (victim === 'the database') endNow(postmaster)
  await program.ended
  if (victim !== 'the program') for (const one of database) await goneProcess(one)
}

/** Ends the program in order. */
export async function stop(program: Program): Promise<void> {
  program.child.kill('SIGTERM')
  await program.ended
}

/** The processes that work on the database of a data folder, however they came to be. */
export const databasesOn = (data: string): number[] =>
  processes().filter((pid) => read(`/proc/${pid}/cmdline`).includes(placeOf(data)))

const childrenOf = (parent: number): number[] =>
  processes().filter((pid) => {
    const stat = read(`/proc/${pid}/stat`)
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent)
  })

const processes = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger)

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has gone by itself in the meantime.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
