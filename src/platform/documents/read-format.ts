import { BadInput } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import { decodeText } from './decode-text.ts'
import { type DocumentLimits, tooLarge } from './limits.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readPdf } from './read-pdf.ts'
import { readPlain } from './read-plain.ts'

/** Reads a document as what its bytes say it is; its name counts for nothing. Bounded in size only: see `readDocument`. */
export async function readFormat(bytes: Uint8Array, limits: DocumentLimits): Promise<Outline> {
  if (bytes.byteLength > limits.bytes) throw tooLarge(`is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB`)
  const outline = await read(bytes, limits)
  if (outline.blocks.length === 0) throw new BadInput('document.empty', 'There is no text in this document.')
  return outline
}

async function read(bytes: Uint8Array, limits: DocumentLimits): Promise<Outline> {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  if (head.includes('%PDF-')) return await readPdf(bytes, limits)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return await readDocx(bytes, limits)
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new BadInput(
      'document.old_word',
      'This is an old Word document, or one with a password. Save it as .docx without a password.',
    )
  if (head.startsWith('{\\rtf')) throw new BadInput('document.rtf', 'This is rich text. Save it as .docx.')
  const text = decodeText(bytes)
  return HTML.test(text.slice(0, 2_000)) ? readHtml(text, limits) : readPlain(text, limits)
}

const HTML = /<(!doctype html|html|head|body|h[1-6]|p|div|ul|ol|table)(\s[^<>]*)?>/i
