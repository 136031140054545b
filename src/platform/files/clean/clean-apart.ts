import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { BadInput } from '#core/errors.ts'
import type { CleanFile } from './clean-file.ts'
import type { CleanAnswer, CleanAsk } from './clean-process.ts'
import type { CleanLimits } from './limits.ts'

// The decoders are native code or WebAssembly: this process may write nowhere, start nothing, and is told nothing of us.
const CONFINED = ['--permission', '--allow-fs-read=*', '--allow-addons', '--max-old-space-size=512', '--no-warnings']
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/** Draws a picture or the pages of a PDF anew in a process of its own, which a hostile file may break and nothing else. */
export async function cleanApart(given: Buffer, type: string, limits: CleanLimits): Promise<CleanFile> {
  await turn()
  const child = spawn(process.execPath, [...CONFINED, script(), JSON.stringify({ type, limits } satisfies CleanAsk)], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: limits.milliseconds,
    killSignal: 'SIGKILL',
  })
  // Heard of from the first: a process may be over before its answer has been read.
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
  ended.then(free)
  // One that refuses early closes its end; its answer says why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(given)
  try {
    const out = child.stdout[Symbol.asyncIterator]()
    const { head, rest } = await readHead(out)
    if (head.kind === 'refused') throw new BadInput('file.clean.broken', head.says ?? UNREADABLE)
    return {
      type: head.type,
      removed: head.removed,
      content: Readable.from(body(rest, out, ended), { objectMode: false }),
    }
  } catch (fault) {
    child.kill('SIGKILL')
    throw fault
  }
}

const UNREADABLE = 'This file is damaged, or takes too long to be read. Send a screenshot instead.'

// The bundle stands elsewhere: found through the package's imports.
const script = (): string => createRequire(import.meta.url).resolve('#platform/files/clean/clean-process.ts')

async function readHead(out: AsyncIterator<Buffer>): Promise<{ head: CleanAnswer; rest: Buffer }> {
  let held = Buffer.alloc(0)
  for (let next = await out.next(); next.done !== true; next = await out.next()) {
    held = Buffer.concat([held, next.value])
    const end = held.indexOf(10)
    if (end >= 0) {
      const head: CleanAnswer = JSON.parse(held.toString('utf8', 0, end))
      return { head, rest: held.subarray(end + 1) }
    }
  }
  return { head: { kind: 'refused', says: null }, rest: Buffer.alloc(0) }
}

async function* body(rest: Buffer, out: AsyncIterator<Buffer>, ended: Promise<number | null>): AsyncGenerator<Buffer> {
  if (rest.length > 0) yield rest
  for (let next = await out.next(); next.done !== true; next = await out.next()) yield next.value
  if ((await ended) !== 0) throw new BadInput('file.clean.broken', UNREADABLE)
}

async function turn(): Promise<void> {
  if (running < MOST_AT_ONCE) running += 1
  else await new Promise<void>((go) => waiting.push(go))
}

function free(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}
