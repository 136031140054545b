import { describe, expect, test } from 'vitest'
import type { Outline } from '#core/outline.ts'
import { readDocument } from './read-document.ts'
import { docxOf, paragraph, pdfOf } from './samples.fixture.ts'

const lines = ({ blocks }: Outline) =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`
    if (block.kind === 'item') return `${'  '.repeat(block.depth)}- ${block.text}`
    return block.kind === 'cell' ? `[${block.row},${block.column}] ${block.text}` : block.text
  })

const list = (depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="2"/></w:numPr>`

describe('a Word document', () => {
  test('gives its headings by style, its lists by depth and its tables by cell', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('Who')}${cell('What')}</w:tr><w:tr>${cell('Head')}${cell('Approves')}</w:tr></w:tbl>`
    const outline = await readDocument(
      await docxOf(
        paragraph('Online safety', 'Top') +
          paragraph('Aims', 'TOC1') +
          paragraph('1. Aims', 'Own') +
          paragraph('We &amp; our pupils are <![CDATA[safe]]>.', 'Loop') +
          paragraph('One', 'Bullets') +
          paragraph('Two', '', list(1)) +
          table,
      ),
    )
    expect(outline).toMatchObject({ format: 'docx', title: 'Online safety' })
    expect(lines(outline)).toEqual([
      '# Online safety',
      '# Aims',
      'We & our pupils are safe.',
      '- One',
      '  - Two',
      '[1,1] Who',
      '[1,2] What',
      '[2,1] Head',
      '[2,2] Approves',
    ])
  })

  test('is read as it is now: what was deleted, codes of fields and fallbacks are left out', async () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`
    const body = `<w:p>${run('<w:t>Kept</w:t>')}<w:del>${run('<w:delText>gone</w:delText>')}</w:del>${run('<w:instrText>PAGE</w:instrText>')}<w:ins>${run('<w:tab/><w:t>new</w:t>')}</w:ins><mc:Fallback>${run('<w:t>twice</w:t>')}</mc:Fallback></w:p>`
    expect(lines(await readDocument(await docxOf(body)))).toEqual(['Kept new'])
  })

  test('that makes its headings by hand has them known by their look', async () => {
    const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mobile phones</w:t></w:r></w:p>'
    expect(lines(await readDocument(await docxOf(bold + paragraph('Phones stay off.'))))).toEqual([
      '#### Mobile phones',
      'Phones stay off.',
    ])
  })
})

describe('a PDF', () => {
  test('gives headings by size, whole paragraphs, items, pages, and no running lines', async () => {
    const outline = await readDocument(
      pdfOf(`#set page(footer: context [Oak School #counter(page).display()])
= Online safety
== Passwords
Pupils must never share their passwords with anybody else in the school, and they tell a teacher when somebody knows one of them.

Staff do so too.
- one rule
- another rule
#pagebreak()
== Filtering
The filter is on.`),
    )
    expect(outline.format).toBe('pdf')
    expect(lines(outline)).toEqual([
      '# Online safety',
      '## Passwords',
      'Pupils must never share their passwords with anybody else in the school, and they tell a teacher when somebody knows one of them.',
      'Staff do so too.',
      '- one rule',
      '- another rule',
      '## Filtering',
      'The filter is on.',
    ])
    expect(outline.blocks.map(({ at }) => at.page)).toEqual([1, 1, 1, 1, 1, 1, 2, 2])
  })
})

describe('a web page', () => {
  test('gives what a reader sees, whether its elements are closed or not', async () => {
    const html = `<!doctype html><html><head><title>Our policy</title><style>p{}</style></head><body><nav>Menu</nav>
      <h2>Aims</h2><p>We keep <b>pupils</b> safe.<p>Always.<script>evil()</script>
      <ul><li>One<ul><li>Two</ul></ul><table><tr><th>Who<td>Head</table>Caf&eacute;</body>`
    const outline = await readDocument(Buffer.from(html))
    expect(outline).toMatchObject({ format: 'html', title: 'Our policy' })
    expect(lines(outline)).toEqual([
      '## Aims',
      'We keep pupils safe.',
      'Always.',
      '- One',
      '  - Two',
      '[1,1] Who',
      '[1,2] Head',
      'Café',
    ])
  })
})

describe('plain text', () => {
  const text =
    'Online safety\n=============\n\n2.1 Passwords\n\nPupils keep their\npasswords secret.\n- never share\n  them\n* “change” them\n'
  const expected = [
    '# Online safety',
    '## Passwords',
    'Pupils keep their passwords secret.',
    '- never share them',
    '- “change” them',
  ]

  test('gives numbered and underlined headings, paragraphs and items', async () => {
    expect(lines(await readDocument(Buffer.from(text)))).toEqual(expected)
  })

  test.each([
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1')],
  ])('is the same text in %s', async (_, bytes) => {
    expect(lines(await readDocument(bytes))).toEqual(expected)
  })
})
