import { buffer } from 'node:stream/consumers'
import { BadInput } from '#core/errors.ts'
import type { RenderAnswer, RenderAsk } from './ask.ts'
import { imagePage } from './image-page.ts'
import { pdfPage } from './pdf-page.ts'

/** A process of its own: what it is asked comes in as the first line, the file behind it; the picture goes out. */
async function answer(): Promise<{ head: RenderAnswer; jpeg: Buffer }> {
  try {
    const given = await buffer(process.stdin)
    const end = given.indexOf(10)
    const ask: RenderAsk = JSON.parse(given.toString('utf8', 0, end))
    const bytes = given.subarray(end + 1)
    const { jpeg, ...page } = ask.type === 'application/pdf' ? await pdfPage(bytes, ask) : await imagePage(bytes, ask)
    return { head: { kind: 'page', ...page }, jpeg }
  } catch (fault) {
    const says = fault instanceof BadInput ? fault.message : null
    return { head: { kind: 'refused', says }, jpeg: Buffer.alloc(0) }
  }
}

const { head, jpeg } = await answer()
process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), jpeg]))
