import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Halt } from '#core/errors.ts'
import type { Binaries } from './binaries.ts'
import { childOptions } from './cluster.ts'
import { clearDeadServer } from './orphan.ts'
import type { Places } from './places.ts'

/** A PostgreSQL that accepts connections. */
export interface Running {
  readonly child: ChildProcess
  readonly port: number
}

/** Starts PostgreSQL and waits until it accepts connections; tries again while remains of a crashed one go away. */
export async function launch(places: Places, binaries: Binaries): Promise<Running> {
  const log = join(places.home, 'postgres.log')
  if (existsSync(log) && statSync(log).size > 1_000_000) renameSync(log, `${log}.1`)
  for (let attempt = 1; ; attempt += 1) {
    const from = existsSync(log) ? statSync(log).size : 0
    const running = await attemptLaunch(places, binaries, log)
    if (running !== null) return running
    const said = readFileSync(log).subarray(from).toString('utf8')
    if (attempt >= 40 || !PASSING.test(said)) {
      const reason = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said.trim()
      throw new Halt(`The database did not start: ${reason} (see ${log})`)
    }
    // Where nobody ever buries the dead (a container without an init), its file is taken away; the others are gone by now.
    if (attempt === 20) clearDeadServer(places.cluster)
    await wait(250)
  }
}

// The port was taken in the meantime, or processes of a killed server still hold its memory for a moment, or the killed
// server itself is dead and not yet buried: PostgreSQL takes a process without a grave for a living one.
const PASSING =
  /Address already in use|shared memory block .* still in use|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists/

async function attemptLaunch(places: Places, binaries: Binaries, log: string): Promise<Running | null> {
  const port = await freePort()
  const output = openSync(log, 'a', 0o600)
  // A session of its own: Ctrl-C in the terminal reaches us, and we stop the database after the last request.
  const child = spawn(binaries.postgres, ['-D', places.cluster, ...settings(port)], {
    ...childOptions(places.account),
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  let failed: Error | null = null
  child.once('error', (error) => {
    failed = error
  })
  while (failed === null && child.exitCode === null && child.signalCode === null) {
    if (isReady(places.cluster, child.pid)) {
      child.unref()
      return { child, port }
    }
    await wait(10)
  }
  if (failed !== null) throw new Halt(`PostgreSQL cannot be run: ${String(failed)}`, { cause: failed })
  return null
}

// On the command line and not in postgresql.conf, so that a newer program brings its newer settings.
const settings = (port: number): string[] =>
  Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    cluster_name: 'kept',
    // Details and statements of an error hold what people typed; the server log must not.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

// Line 1 is the process id and line 8 the state, as pg_ctl reads them; an old file has another id.
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
