import { buffer } from 'node:stream/consumers'
import { BadInput } from '#core/errors.ts'
import type { RenderAnswer, RenderAsk } from './ask.ts'
import { imagePage } from './image-page.ts'
import { pdfPage } from './pdf-page.ts'

/** A process of its own: what it is asked stands in its arguments, the file comes in, the picture goes out. */
const ask: RenderAsk = JSON.parse(process.argv[2] ?? '{}')

async function answer(): Promise<{ head: RenderAnswer; jpeg: Buffer }> {
  try {
    const bytes = await buffer(process.stdin)
    const { jpeg, ...page } = ask.type === 'application/pdf' ? await pdfPage(bytes, ask) : await imagePage(bytes, ask)
    return { head: { kind: 'page', ...page }, jpeg }
  } catch (fault) {
    const says = fault instanceof BadInput ? fault.message : null
    return { head: { kind: 'refused', says }, jpeg: Buffer.alloc(0) }
  }
}

const { head, jpeg } = await answer()
process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), jpeg]))
