import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { PdfDocument, PdfStandard } from './document.ts'
import type { PdfAnswer, PdfRequest } from './pdf-worker.ts'

/** Draws a document as a PDF, in a thread of its own, so that a long bundle holds nobody else up. */
export function renderPdf(document: PdfDocument, options: { readonly standard: PdfStandard }): Promise<Buffer> {
  desk ??= new Desk()
  return desk.render(document, options.standard)
}

/** Stops the thread; documents still in it are refused. The next `renderPdf` starts another. */
export async function closePdf(): Promise<void> {
  const open = desk
  desk = null
  await open?.close()
}

interface Waiting {
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (fault: Error) => void
}

/** One thread and the documents that it owes. */
class Desk {
  // Found through the package's imports, because a bundle of this file stands elsewhere; `execArgv` is the loader's, not ours.
  readonly #worker = new Worker(createRequire(import.meta.url).resolve('#platform/pdf/pdf-worker.ts'), { execArgv: [] })
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  constructor() {
    // An idle thread does not keep the process from ending.
    this.#worker.unref()
    this.#worker.on('message', (answer: PdfAnswer) => this.#settle(answer))
    this.#worker.on('error', (cause) => this.#fail(new Error('the PDF thread failed', { cause })))
    this.#worker.on('exit', () => this.#fail(new Error('the PDF thread ended')))
  }

  render(document: PdfDocument, standard: PdfStandard): Promise<Buffer> {
    const { madeAt, ...rest } = document
    const madeAtSeconds = Math.floor(madeAt.epochMilliseconds / 1000)
    const request: PdfRequest = { id: ++this.#asked, document: { ...rest, madeAtSeconds }, standard }
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage(request)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(answer: PdfAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength))
    else waiting?.reject(new Error(answer.fault))
  }

  /** A dead thread is forgotten, so that the next document gets a new one. */
  #fail(fault: Error): void {
    if (desk === this) desk = null
    for (const waiting of this.#waiting.values()) waiting.reject(fault)
    this.#waiting.clear()
  }
}

let desk: Desk | null = null
