import type { FastifyRequest } from 'fastify'
import { Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { hasErrors } from '#core/form.ts'
import { NO_ROOM, TooLarge } from '#platform/files/errors.ts'
import type { Files } from '#platform/files/files.ts'
import { safeFileName } from '#platform/files/serving-headers.ts'
import type { Written } from '#platform/files/write-locked.ts'
import { type ItemValues, type Reading, readItemForm } from './forms.ts'
import type { ItemKind } from './model/item-kinds.ts'

type Received = Written & { readonly name: string }

/** What becomes of a file that arrived. */
export interface Destination {
  add(values: ItemValues, file: Received): Promise<string>
  /** Removes content that arrived and was refused, unless other evidence needs it. */
  removeUnneeded(sha256: string): Promise<void>
}

const MIB = 1024 * 1024
// No size here: the parser would go on reading what is too long and throw it away. The store stops it instead.
const LIMITS = { fileSize: Number.POSITIVE_INFINITY, files: 1, fields: 60, fieldSize: 64 * 1024 }

/** The item that came of it, or the form with what was wrong. */
export type Outcome = { readonly itemId: string } | { readonly form: Form<ItemValues> }

/**
 * Receives an item with its file. The words come first and are read before the file streams into the store, so a form with
 * faults keeps nothing. Nothing is acknowledged before both the file and the row are safe; a file whose row is refused is
 * swept when nothing else needs it.
 */
export async function receiveItem(
  request: FastifyRequest,
  files: Files,
  at: { readonly organisationId: string; readonly kind: ItemKind; readonly reading: Reading },
  to: Destination,
): Promise<Outcome> {
  const words: Record<string, string> = {}
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') words[part.fieldname] = part.value
      continue
    }
    const form = readItemForm(words, at.kind, at.reading)
    if (part.filename === '') return faulty(form, 'Choose the file')
    if (hasErrors(form)) {
      // What was sent is not kept, and not read to its end.
      part.file.destroy()
      return faulty(form, 'Choose the file again: it was not kept')
    }
    // Awaited here: leaving the loop ends the reading of the body.
    return await store(files, at.organisationId, part, form, to)
  }
  return faulty(readItemForm(words, at.kind, at.reading), 'Choose the file')
}

async function store(
  files: Files,
  organisationId: string,
  part: { readonly file: AsyncIterable<Uint8Array>; readonly filename: string },
  form: Form<ItemValues>,
  to: Destination,
): Promise<Outcome> {
  const written = await put(files, organisationId, part.file)
  if (typeof written === 'string') return faulty(form, written)
  try {
    if (written.bytes === 0) throw new EmptyFile()
    return { itemId: await to.add(form.values, { ...written, name: safeFileName(part.filename) }) }
  } catch (fault) {
    // The case was closed or locked while it streamed: what arrived does not stay, unless other evidence is the same.
    await to.removeUnneeded(written.sha256)
    if (fault instanceof EmptyFile) return faulty(form, 'This file is empty')
    throw fault
  }
}

class EmptyFile extends Error {}

/** In words why it was not kept: longer than allowed, or no room for it. Then nothing of it is there. */
async function put(
  files: Files,
  organisationId: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Written | string> {
  try {
    return await files.evidence.put(organisationId, content, { maxBytes: files.maxBytes })
  } catch (fault) {
    if (fault instanceof TooLarge) return `This file is larger than ${Math.floor(files.maxBytes / MIB)} MB`
    if (fault instanceof Refused && fault.code === NO_ROOM) return fault.message
    throw fault
  }
}

const faulty = (form: Form<ItemValues>, says: string): Outcome => ({
  form: { ...form, errors: { ...form.errors, file: says } },
})
