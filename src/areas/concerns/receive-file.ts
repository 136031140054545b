import type { FastifyRequest } from 'fastify'
import type { AnonymousActor } from '#core/actor.ts'
import { BadInput, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import { cleanFile } from '#platform/files/clean/clean-file.ts'
import { cleanLimits } from '#platform/files/clean/limits.ts'
import type { Parts } from '#platform/parts.ts'
import { assertMayBring, keepFile } from './commands/keep-file.ts'

type Reporter = AnonymousActor & { readonly concernId: string }

/** Who brings a file, and what is wrong with it if anything is. */
export interface Received<T> {
  readonly holder: T | null
  readonly fault: string | null
}

/**
 * Reads an upload: the fields before the file say whose it is, and only then the file is read, cleaned and kept. The original
 * is never written down, and neither is its name.
 */
export async function receiveFile<T extends { readonly actor: Reporter }>(
  parts: Parts,
  request: FastifyRequest,
  whose: (fields: Readonly<Record<string, string>>) => Promise<T | null>,
): Promise<Received<T>> {
  const fields: Record<string, string> = {}
  let holder: T | null = null
  try {
    for await (const part of request.parts({ limits: { fileSize: cleanLimits.bytes + 1 } })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      holder = await whose(fields)
      if (holder === null) {
        part.file.resume()
        return { holder, fault: null }
      }
      if (part.filename === '') {
        part.file.resume()
        break
      }
      await keep(parts, holder.actor, part.file)
      return { holder, fault: null }
    }
  } catch (fault) {
    if (isTooLarge(fault)) return { holder, fault: say('en', 'concern.file.large') }
    if (fault instanceof BadInput || fault instanceof Refused) return { holder, fault: fault.message }
    throw fault
  }
  return { holder: holder ?? (await whose(fields)), fault: say('en', 'concern.file.none') }
}

async function keep(parts: Parts, holder: Reporter, source: AsyncIterable<Uint8Array>): Promise<void> {
  await parts.db.inTx(holder, (tx) => assertMayBring(tx, holder.concernId))
  const { content, type, removed } = await cleanFile(source)
  const { sha256, bytes } = await parts.files.store.put(holder.organisationId, content, {
    maxBytes: parts.files.maxBytes,
  })
  await parts.db.inTx(holder, (tx) => keepFile(tx, holder, { sha256, bytes, type, cleaned: removed }))
}

const isTooLarge = (fault: unknown): boolean =>
  fault instanceof Error && (fault.name === 'TooLarge' || ('code' in fault && fault.code === 'FST_REQ_FILE_TOO_LARGE'))
