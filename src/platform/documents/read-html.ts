import { Parser } from 'htmlparser2'
import type { Outline } from '#core/outline.ts'
import { BlockList } from './block-list.ts'
import { type DocumentLimits, tooLarge } from './limits.ts'

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'select', 'nav', 'iframe', 'object'])
const BLOCKS = new Set(
  'address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Reads a web page as it was written: scripts never run, and nothing is fetched. */
export function readHtml(html: string, limits: DocumentLimits): Outline {
  const page = new Page(limits)
  const parser = new Parser(
    {
      onopentagname: (name) => page.open(name),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  page.flush()
  return { format: 'html', title: page.title, blocks: page.list.blocks }
}

class Page {
  readonly list: BlockList
  readonly #limits: DocumentLimits
  readonly #open: string[] = []
  #words: string[] = []
  #silent = 0
  #lists = 0
  #table = 0
  #row = 0
  #column = 0
  #title: string | null = null

  constructor(limits: DocumentLimits) {
    this.#limits = limits
    this.list = new BlockList(limits)
  }

  get title(): string | null {
    return this.#title?.trim() || null
  }

  open(name: string): void {
    if (this.#open.length >= this.#limits.depth) throw tooLarge(`nests more than ${this.#limits.depth} elements`)
    if (BLOCKS.has(name)) this.flush()
    this.#open.push(name)
    if (SILENT.has(name)) this.#silent += 1
    if (name === 'ul' || name === 'ol') this.#lists += 1
    if (name === 'table') [this.#table, this.#row] = [this.#table + 1, 0]
    if (name === 'tr') [this.#row, this.#column] = [this.#row + 1, 0]
    if (name === 'td' || name === 'th') this.#column += 1
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.flush()
    this.#open.pop()
    if (SILENT.has(name)) this.#silent -= 1
    if (name === 'ul' || name === 'ol') this.#lists -= 1
  }

  text(text: string): void {
    if (this.#silent > 0) return
    if (this.#open.at(-1) === 'title') this.#title = ((this.#title ?? '') + text).slice(0, 300)
    else if (!this.#open.includes('head')) this.#words.push(text)
  }

  flush(): void {
    const text = this.#words.join('')
    this.#words = []
    const inner = this.#open.findLast((name) => /^(h[1-6]|li|td|th)$/.test(name))
    if (inner === 'td' || inner === 'th')
      this.list.add({ kind: 'cell', table: this.#table, row: this.#row, column: this.#column, text })
    else if (inner === 'li') this.list.add({ kind: 'item', depth: Math.max(0, this.#lists - 1), text })
    else if (inner !== undefined) this.list.add({ kind: 'heading', level: Number(inner.slice(1)), text })
    else this.list.add({ kind: 'paragraph', text })
  }
}
