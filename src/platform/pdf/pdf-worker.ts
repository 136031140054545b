import { parentPort } from 'node:worker_threads'
import { PdfCompiler } from './compile.ts'
import type { PdfStandard, PostedDocument } from './document.ts'

/** What the worker is asked. */
export interface PdfRequest {
  readonly id: number
  readonly document: PostedDocument
  readonly standard: PdfStandard
}

/** What the worker answers: the file, or why there is none. */
export type PdfAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: string })

const compiler = new PdfCompiler()

parentPort?.on('message', (request: PdfRequest) => {
  parentPort?.postMessage(answer(request))
})

function answer({ id, document, standard }: PdfRequest): PdfAnswer {
  try {
    return { id, pdf: compiler.compile(document, standard) }
  } catch (fault) {
    return { id, fault: fault instanceof Error ? describe(fault) : String(fault) }
  }
}

const describe = (fault: Error): string =>
  fault.cause instanceof Error ? `${fault.message}: ${fault.cause.message}` : fault.message
