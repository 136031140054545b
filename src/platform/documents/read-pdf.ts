import { getDocumentProxy } from 'unpdf'
import { BadInput } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import { BlockList } from './block-list.ts'
import { type DocumentLimits, malformed, tooLarge } from './limits.ts'
import { addLines } from './pdf-blocks.ts'
import { type Line, linesOf, withoutRunningLines } from './pdf-lines.ts'

/** Reads a PDF page by page. A PDF has no paragraphs: they are found by the size and the distance of its lines. */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<Outline> {
  const pages = await pagesOf(bytes, limits)
  const list = new BlockList(limits)
  addLines(list, withoutRunningLines(pages))
  if (list.blocks.length === 0)
    throw new BadInput(
      'document.pdf.no_text',
      'This PDF holds pictures of pages and no text. Use the document it was made from.',
    )
  return { format: 'pdf', title: null, blocks: list.blocks }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function pagesOf(bytes: Uint8Array, limits: DocumentLimits): Promise<Line[][]> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > limits.pages) throw tooLarge(`has more than ${limits.pages} pages`)
    const pages: Line[][] = []
    let characters = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const lines = await linesOfPage(pdf, number)
      characters += lines.reduce((sum, line) => sum + line.text.length, 0)
      if (characters > limits.characters) throw tooLarge('holds more text than any policy')
      pages.push(lines)
    }
    return pages
  } catch (cause) {
    throw cause instanceof BadInput ? cause : Object.assign(malformed('PDF'), { cause })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function linesOfPage(pdf: Pdf, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return linesOf(items, number)
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The reader takes the bytes over, so it gets a copy.
    return await getDocumentProxy(bytes.slice(), {
      useSystemFonts: false,
      disableAutoFetch: true,
      stopAtErrors: false,
      maxImageSize: 0,
      verbosity: 0,
    })
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new BadInput('document.locked', 'This document has a password. Save it without one.')
    throw Object.assign(malformed('PDF'), { cause })
  }
}
