import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { BadInput } from '#core/errors.ts'
import type { ProposeAnswer, Proposed, ProposeRequest } from './document-thread.ts'

const MOST_MS = 60_000

/**
 * Cuts a document into clauses and proposes what each is, in a thread of its own: learning from the packs takes a second or
 * two, in which everybody else is served.
 * @throws BadInput with a sentence when the document holds no rules, or too many.
 */
export async function proposeInThread(request: ProposeRequest): Promise<Proposed> {
  // Found through the package's imports, because a bundle of this file stands elsewhere; `execArgv` is the loader's, not ours.
  const worker = new Worker(createRequire(import.meta.url).resolve('#areas/drafting/begin/document-thread.ts'), {
    execArgv: [],
    workerData: request,
  })
  const late = setTimeout(() => void worker.terminate(), MOST_MS)
  try {
    const answer = await new Promise<ProposeAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new BadInput('document.too_slow', TOO_SLOW)))
    })
    if ('says' in answer) throw new BadInput('document.no_rules', answer.says)
    return answer.proposed
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}

const TOO_SLOW = 'Cutting this document into clauses takes too long. Bring it in parts.'
