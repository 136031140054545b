import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'

/** What no reader sees: marks of direction, and where a line may be broken. */
const UNSEEN = /[\u200b\u202a-\u202e]/g

/** The text of each page of a PDF as a reader’s software extracts it. */
export async function pdfPages(pdf: Buffer): Promise<string[]> {
  const document = await (await library()).loadDocument(pdf)
  try {
    return [...document.pages()].map((page) => page.getText().replace(UNSEEN, ''))
  } finally {
    document.destroy()
  }
}

/** The text of a PDF as a reader’s software extracts it. */
export const pdfText = async (pdf: Buffer): Promise<string> => (await pdfPages(pdf)).join('\n')

let opened: Promise<PDFiumLibrary> | null = null

function library(): Promise<PDFiumLibrary> {
  opened ??= PDFiumLibrary.init()
  return opened
}

/** Everything inside a PDF, unpacked: enough to look for metadata, tags and the names of embedded fonts. */
export function pdfInsides(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: head }) => unpacked(pdf, index + head.length))
  return [raw, ...streams].join('\n')
}

function unpacked(pdf: Buffer, from: number): string {
  try {
    return inflateSync(pdf.subarray(from, pdf.indexOf('endstream', from))).toString('latin1')
  } catch {
    return ''
  }
}
