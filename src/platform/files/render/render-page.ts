import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { BadInput } from '#core/errors.ts'
import { inTurn } from '#core/in-turn.ts'
import { type RenderAnswer, type RenderAsk, type RenderedPage, type RenderLimits, renderLimits } from './ask.ts'

/** What is shown as a picture of our own. Everything else is text, or a download with a reason. */
export const isDrawn = (type: string): boolean => DRAWN.has(type)

const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

// Two at a time: whoever opens fifty pictures must not stop the school.
const inOrder = inTurn(2)

/**
 * Draws one page of a file in a process of its own: a decoder that a hostile file breaks takes nothing down but itself. It
 * gets no environment, may write nowhere and start nothing, and is ended when its time is over.
 * @throws BadInput with a sentence for the page when the file cannot be drawn.
 */
export function renderPage(
  file: { readonly bytes: number; readonly content: Readable },
  ask: Omit<RenderAsk, 'limits'>,
  limits: RenderLimits = renderLimits,
): Promise<RenderedPage> {
  if (file.bytes > limits.bytes)
    throw new BadInput('file.too.large.to.show', 'This file is too large to be shown here.')
  return inOrder(() => run(file.content, { ...ask, limits }))
}

async function run(content: Readable, ask: RenderAsk): Promise<RenderedPage> {
  // Found through the package's imports, because a bundle of this file stands elsewhere.
  const script = createRequire(import.meta.url).resolve('#platform/files/render/render-process.ts')
  const child = spawn(process.execPath, [...CONFINED, script], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: ask.limits.milliseconds,
    killSignal: 'SIGKILL',
  })
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  const said = buffer(child.stdout)
  // In front of the file and not among the arguments: those stand in the machine's list of processes, and it names who looks.
  child.stdin.write(`${JSON.stringify(ask)}\n`)
  // A child that refuses early closes its end; its answer says why.
  const sent = pipeline(content, child.stdin).catch(() => undefined)
  try {
    const answer = await Promise.race([said, failed])
    await sent
    return readAnswer(answer)
  } finally {
    child.kill('SIGKILL')
    content.destroy()
  }
}

// The decoder is native code, so the first of these is a second fence and not the only one.
const CONFINED = ['--permission', '--allow-fs-read=*', '--allow-addons', '--max-old-space-size=512', '--no-warnings']

function readAnswer(answer: Buffer): RenderedPage {
  const end = answer.indexOf(10)
  if (end < 0) throw new BadInput('file.unshown', 'Showing this file takes too long, or breaks what shows it.')
  const head: RenderAnswer = JSON.parse(answer.toString('utf8', 0, end))
  if (head.kind === 'refused') throw new BadInput('file.unshown', head.says ?? 'This file cannot be shown here.')
  const { pages, width, height } = head
  return { jpeg: answer.subarray(end + 1), pages, width, height }
}
