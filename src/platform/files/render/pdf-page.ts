import { PDFiumLibrary } from '@hyzyla/pdfium'
import { BadInput } from '#core/errors.ts'
import type { RenderAsk, RenderedPage } from './ask.ts'
import { marked } from './mark.ts'

/** Draws one page of a PDF. PDFium runs as WebAssembly here: what breaks it breaks within its own memory; scripts never run. */
export async function pdfPage(bytes: Buffer, ask: RenderAsk): Promise<RenderedPage> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes).catch(() => {
    throw new BadInput('file.pdf.unreadable', 'This PDF is damaged, or it has a password.')
  })
  const pages = document.getPageCount()
  if (pages < 1 || pages > ask.limits.pages)
    throw new BadInput('file.pdf.pages', `This PDF has ${pages} pages, which is more than can be shown here.`)
  if (ask.page > pages) throw new BadInput('file.pdf.page', 'This PDF has no such page.')
  const page = document.getPage(ask.page - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(2, ask.limits.side / Math.max(originalWidth, originalHeight, 1))
  const drawn = await page.render({ scale, render: async ({ data }) => data })
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
  return { ...(await marked(drawn.data, raw, ask.mark)), pages }
}
