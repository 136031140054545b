import type { BlockList, Unplaced } from './block-list.ts'
import { DocxParagraph } from './docx-paragraph.ts'
import type { Meaning } from './docx-styles.ts'
import { headingByNumber } from './line-marks.ts'
import type { XmlReader } from './read-xml.ts'

// What an older program shows instead of a drawing repeats the text; deleted text and the code of fields are not shown.
const SILENT = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPrChange', 'w:rPrChange'])

interface TablePlace {
  readonly table: number
  row: number
  column: number
}

/** Follows the body of a Word document and writes its texts into a list. */
export class DocxBody implements XmlReader {
  sawBody = false
  title: string | null = null
  readonly #list: BlockList
  readonly #styles: ReadonlyMap<string, Meaning>
  readonly #paragraphs: DocxParagraph[] = []
  readonly #tables: TablePlace[] = []
  #allTables = 0
  #silent = 0
  #reading = false

  constructor(list: BlockList, styles: ReadonlyMap<string, Meaning>) {
    this.#list = list
    this.#styles = styles
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silent += 1
    if (this.#silent > 0) return
    const table = this.#tables.at(-1)
    if (name === 'w:body') this.sawBody = true
    else if (name === 'w:p') this.#paragraphs.push(new DocxParagraph())
    else if (name === 'w:tbl') this.#tables.push({ table: ++this.#allTables, row: 0, column: 0 })
    else if (name === 'w:tr' && table !== undefined) [table.row, table.column] = [table.row + 1, 0]
    else if (name === 'w:tc' && table !== undefined) table.column += 1
    else if (name === 'w:t') this.#reading = true
    else this.#paragraphs.at(-1)?.property(name, attributes['w:val'])
  }

  close(name: string): void {
    if (SILENT.has(name)) this.#silent -= 1
    if (this.#silent > 0) return
    if (name === 'w:t') this.#reading = false
    else if (name === 'w:tbl') this.#tables.pop()
    else if (name === 'w:p') {
      const paragraph = this.#paragraphs.pop()
      if (paragraph !== undefined) this.#add(paragraph)
    }
  }

  text(text: string): void {
    if (this.#reading && this.#silent === 0) this.#paragraphs.at(-1)?.write(text)
  }

  #add(paragraph: DocxParagraph): void {
    const style = this.#styles.get(paragraph.style ?? '') ?? {}
    if (style.contents === true) return
    if (style.title === true && paragraph.text.trim() !== '') this.title ??= paragraph.text.trim().slice(0, 300)
    this.#list.add(this.#blockOf(paragraph, style))
  }

  #blockOf(paragraph: DocxParagraph, style: Meaning): Unplaced {
    const { text } = paragraph
    const place = this.#tables.at(-1)
    if (place !== undefined) return { kind: 'cell', ...place, text }
    const level = style.title === true ? 1 : (paragraph.level ?? style.level)
    if (level !== undefined) return { kind: 'heading', level, text: headingByNumber(text)?.text ?? text }
    if (paragraph.item ?? style.item === true) return { kind: 'item', depth: paragraph.depth, text }
    // Many policies make their headings by hand: a short bold line that does not end like a sentence.
    if (paragraph.looksLikeHeading) return { kind: 'heading', ...(headingByNumber(text) ?? { level: 4, text }) }
    return { kind: 'paragraph', text }
  }
}
