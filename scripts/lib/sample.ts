import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A sample school that runs for as long as a script needs it, on data of its own. */
export interface RunningSample {
  readonly address: string
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Starts the built program on a new data folder and a free port, and says on standard error how it goes. */
export async function startSample(): Promise<RunningSample> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-sample-'))
  // As root, PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  const port = await freePort()
  // Settings of the person at the terminal must not lead to their data.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('KEPT_'))
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'build/kept.mjs'), 'start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...Object.fromEntries(own), KEPT_DATA: join(folder, 'data'), KEPT_PORT: String(port) },
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(child)
    return { address: `http://127.0.0.1:${port}`, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the program has no output to read')
  for await (const line of createInterface(child.stdout)) {
    process.stderr.write(`${line}\n`)
    if (line.startsWith('Kept is ready')) return void child.stdout.resume()
  }
  throw new Error('the sample ended before it was ready')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
