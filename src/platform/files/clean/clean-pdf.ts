import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { BadInput } from '#core/errors.ts'
import type { CleanFile } from './clean-file.ts'
import type { CleanLimits } from './limits.ts'
import { picturesAsPdf } from './pictures-as-pdf.ts'

type Pdf = Pick<CleanFile, 'removed'> & { readonly type: 'application/pdf'; bytes: Buffer }

// Two points to each of the page's: letters stay readable when printed.
const SCALE = 2

/** Makes a new PDF of pictures of the pages: no words beside them, no authors, comments, layers, scripts or attachments. */
export async function cleanPdf(given: Buffer, limits: CleanLimits): Promise<Pdf> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(given).catch(() => {
    throw new BadInput('file.clean.pdf', 'This PDF is damaged, or it has a password.')
  })
  const count = document.getPageCount()
  if (count < 1 || count > limits.pages)
    throw new BadInput(
      'file.clean.pages',
      `We can take a PDF of up to ${limits.pages} pages. Send the pages that matter.`,
    )
  const pictures: { jpeg: Buffer; width: number; height: number }[] = []
  for (let at = 0; at < count; at += 1) {
    const page = document.getPage(at)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(SCALE, limits.side / Math.max(originalWidth, originalHeight, 1))
    const drawn = await page.render({ scale, render: async ({ data }) => data })
    const jpeg = await sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer()
    pictures.push({ jpeg, width: drawn.width, height: drawn.height })
  }
  return { type: 'application/pdf', removed: ['all_but_pages'], bytes: picturesAsPdf(pictures, SCALE) }
}
