import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
export async function cleanApart(source: AsyncIterable<Buffer>, type: string, limits: CleanLimits): Promise<CleanFile> {
  await turn()
  const child = spawn(process.execPath, [...CONFINED, script(), JSON.stringify({ type, limits } satisfies CleanAsk)], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: limits.milliseconds,
    killSignal: 'SIGKILL',
  })
  child.once('close', free)
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  const sent = pipeline(Readable.from(source, { objectMode: false }), child.stdin)
  // What was wrong with the file as it came (too long, the line broke) is said before what the process made of it.
  const broken = sent.then(() => new Promise<never>(() => {}))
  broken.catch(() => undefined)
  try {
    const out = child.stdout[Symbol.asyncIterator]()
    const { head, rest } = await Promise.race([readHead(out), failed, onlyOurs(broken)])
    if (head.kind === 'refused') throw new BadInput('file.clean.broken', head.says ?? UNREADABLE)
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
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

/** A process that has refused closes its end: that it no longer listens is not the sender's fault. */
const onlyOurs = (broken: Promise<never>): Promise<never> =>
  broken.catch((fault: unknown) => {
    const code = fault instanceof Error && 'code' in fault ? fault.code : null
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET')
      return new Promise<never>(() => {})
    throw fault
  })

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
