import { execFileSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'

/** The text of a PDF as a reader’s software extracts it, or null on a machine without poppler. */
export function pdfText(pdf: Buffer): string | null {
  try {
    // Poppler wraps right-to-left text in direction marks; they are not part of the text.
    return execFileSync('pdftotext', ['-q', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(
      /[\u200b\u202a-\u202e]/g,
      '',
    )
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
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
