import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { BadInput } from '#core/errors.ts'
import { inTurn } from '#core/in-turn.ts'
import type { Outline } from '#core/outline.ts'
import type { DocumentAnswer, DocumentRequest } from './document-worker.ts'
import { type DocumentLimits, documentLimits, tooLarge } from './limits.ts'

const MIB = 1024 * 1024
const LOOK_EVERY = 100

// What one may cost is bounded; fifty at once must not cost fifty times as much.
const inOrder = inTurn(2)

/**
 * Reads a document of a school as a plain list of texts. It is read in a thread of its own, which is ended when it takes
 * more time or memory than the limits say: a hostile file costs that much and no more. Two are read at a time, the others wait.
 * Throws `BadInput` with a code and a sentence.
 */
export async function readDocument(bytes: Uint8Array, limits: DocumentLimits = documentLimits): Promise<Outline> {
  if (bytes.byteLength > limits.bytes) throw tooLarge(`is larger than ${Math.round(limits.bytes / MIB)} MB`)
  return inOrder(() => readApart(bytes, limits))
}

async function readApart(bytes: Uint8Array, limits: DocumentLimits): Promise<Outline> {
  const workerData: DocumentRequest = { bytes, limits }
  // Found through the package's imports, because a bundle of this file stands elsewhere; `execArgv` is the loader's, not ours.
  const worker = new Worker(createRequire(import.meta.url).resolve('#platform/documents/document-worker.ts'), {
    execArgv: [],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.memory / MIB) },
    stdout: true,
    stderr: true,
  })
  const over = new AbortController()
  try {
    const answer = await Promise.race([answerOf(worker), watch(worker, limits, over.signal)])
    if ('outline' in answer) return answer.outline
    if (answer.code !== null) throw new BadInput(answer.code, answer.says)
    throw unreadable(answer.says)
  } finally {
    over.abort()
    await worker.terminate()
  }
}

function answerOf(worker: Worker): Promise<DocumentAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (fault: Error & { code?: string }) =>
      reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : unreadable(fault)),
    )
    worker.once('exit', () => reject(new Error('the thread that reads documents ended')))
  })
}

/** Ends with a refusal when the thread is over its time, or holds too much outside the heap, which the engine does not bound. */
async function watch(worker: Worker, limits: DocumentLimits, signal: AbortSignal): Promise<never> {
  const until = performance.now() + limits.milliseconds
  while (performance.now() < until) {
    const stopped = await wait(LOOK_EVERY, false, { signal }).catch(() => true)
    if (stopped) return await new Promise<never>(() => {})
    const held = await worker.getHeapStatistics().catch(() => null)
    if (held !== null && held.external_memory + held.used_heap_size > limits.memory) throw tooMuchMemory()
  }
  throw new BadInput(
    'document.too_slow',
    'Reading this document takes too long. Save it in another format, or in parts.',
  )
}

const tooMuchMemory = (): BadInput =>
  new BadInput(
    'document.too_much',
    'This document unfolds to more than this program reads. Save it in another format, or in parts.',
  )

/** What a library did not foresee. The document is refused like any damaged one; the cause is for whoever looks into it. */
const unreadable = (cause: unknown): BadInput =>
  Object.assign(new BadInput('document.unreadable', 'This document cannot be read. Save it in another format.'), {
    cause,
  })
