import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

const LINES = 200
const WIDE = 20_000

/** One page of a text, without what could hide or turn its words. */
export async function wordsPage(content: Readable, page: number): Promise<{ text: string; pages: number }> {
  const text = (await buffer(content))
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    // Controls cannot be seen, and what turns the direction of later words could make them read otherwise.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
  const pages = cut(text.split('\n'))
  return { text: pages[Math.min(page, pages.length) - 1] ?? '', pages: pages.length }
}

function cut(lines: readonly string[]): string[] {
  const pages: string[] = []
  let open: string[] = []
  let wide = 0
  for (const line of lines) {
    if (open.length > 0 && (open.length >= LINES || wide + line.length > WIDE)) {
      pages.push(open.join('\n'))
      open = []
      wide = 0
    }
    open.push(line)
    wide += line.length
  }
  return [...pages, open.join('\n')]
}
