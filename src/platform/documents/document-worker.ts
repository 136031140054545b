import { parentPort, workerData } from 'node:worker_threads'
import { BadInput } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import type { DocumentLimits } from './limits.ts'
import { readFormat } from './read-format.ts'

/** What the thread is given. */
export interface DocumentRequest {
  readonly bytes: Uint8Array
  readonly limits: DocumentLimits
}

/** What the thread answers; without a code, the fault is ours. */
export type DocumentAnswer = { readonly outline: Outline } | { readonly code: string | null; readonly says: string }

const { bytes, limits }: DocumentRequest = workerData

async function answer(): Promise<DocumentAnswer> {
  try {
    return { outline: await readFormat(bytes, limits) }
  } catch (fault) {
    if (fault instanceof BadInput) return { code: fault.code, says: fault.message }
    return { code: null, says: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

parentPort?.postMessage(await answer())
