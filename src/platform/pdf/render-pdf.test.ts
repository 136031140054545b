import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { pdfInsides, pdfPages, pdfText } from '#tests/support/read-pdf.ts'
import type { PdfBlock, PdfDocument, PdfStandard } from './document.ts'
import { families } from './fonts.ts'
import { closePdf, renderPdf } from './render-pdf.ts'

afterAll(closePdf)

const sheet = (blocks: readonly PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'Agreement signed',
  language: 'en-GB',
  blocks,
  madeAt: Temporal.Instant.from('2026-11-23T09:30:00Z'),
  footer: 'Seal 1204 7f3a 91c0 e25d',
  ...more,
})
const facts = (...values: string[]): PdfBlock => ({
  kind: 'facts',
  rows: values.map((value) => ({ label: 'Name', value })),
})
const standards: PdfStandard[] = ['ua-1', 'a-2b']
const squeezed = (text: string): string => text.replace(/\s/g, '')

describe.each(standards)('renderPdf as %s', (standard) => {
  test.each([
    ['Chinese', '欧阳娜娜', 'NotoSansHans'],
    ['Japanese', '渡辺さくら', 'BIZUDPGothic'],
    ['Ethiopic', 'ሰላማዊት', 'NotoSansEthiopic'],
    ['Gurmukhi', 'ਹਰਪ੍ਰੀਤ', 'NotoSansGurmukhi'],
    ['Arabic', 'فاطمة الزهراء', 'ScheherazadeNew'],
    ['Urdu', 'عائشہ ڈار', 'ScheherazadeNew'],
  ])('draws a name in %s that can be read back', async (_, name, font) => {
    const pdf = await renderPdf(sheet([facts(name)]), { standard })
    expect(pdfInsides(pdf)).toContain(font)
    expect(squeezed(await pdfText(pdf))).toContain(squeezed(name))
  })

  test('marks what no font can draw, and the document still comes', async () => {
    const pdf = await renderPdf(sheet([facts('Ka𓀀te \u{10ffff} \u{e000} e\u{1e8d0}')]), { standard })
    expect(await pdfText(pdf)).toMatch(/\(U\+13000\)[\s\S]*\(U\+10FFFF\)[\s\S]*\(U\+E000\)[\s\S]*\(U\+1E8D0\)/)
  })

  test('says its standard, its language and its title', async () => {
    const insides = pdfInsides(await renderPdf(sheet([]), { standard }))
    expect(insides).toMatch(standard === 'ua-1' ? /<pdfuaid:part>1</ : /<pdfaid:part>2</)
    expect(insides).toContain('/Lang (en-GB)')
    expect(insides).toContain('Agreement signed')
  })
})

describe('text is data', () => {
  const hostile = [
    '#import "@preview/x:0.1.0": *',
    '#eval("1+1") #read("/etc/hostname")',
    '$x^2$ `raw` *bold* _it_ = Heading',
    '<label> @ref // gone /* gone */ \\ "quote" \\u{41}',
    '- item + item / term: x',
  ]
  test.each(hostile)('%s is printed as it was typed', async (text) => {
    const document = sheet([facts(text), { kind: 'paragraph', text }], { title: text, footer: text })
    const pdf = await renderPdf(document, { standard: 'ua-1' })
    expect(squeezed(await pdfText(pdf))).toContain(squeezed(text))
  })

  test('NUL, half surrogates and direction overrides stop nothing', async () => {
    const pdf = await renderPdf(sheet([facts('a\u0000b\ud800c\u202Ed')]), { standard: 'ua-1' })
    expect(await pdfText(pdf)).toContain('ab\ufffdcd')
  })

  test('any text in any place comes out in both standards', { timeout: 60_000 }, async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...standards), async (text, standard) => {
        const pdf = await renderPdf(everyBlock(text), { standard })
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the sheet', () => {
  test('prints the footer and the page number on every page', async () => {
    const paragraph: PdfBlock = { kind: 'paragraph', text: 'A rule that everybody reads and signs. '.repeat(40) }
    const pages = await pdfPages(await renderPdf(sheet(Array(9).fill(paragraph)), { standard: 'a-2b' }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Seal 1204 7f3a 91c0 e25d')
      expect(squeezed(page)).toContain(`${at + 1}/${pages.length}`)
    }
  })

  test('is drawn with the fonts that come with the program and no other', async () => {
    const scripts = 'Zoë 欧阳 さくら 김민준 ሰላም ਹਰ فاطمة נעה श्री রবী ગુજ தமி తెలు അമ്മ සිං สม ნინო Արմ 🙂 𓀀 \u{e000}'
    const insides = pdfInsides(await renderPdf(sheet([facts(scripts)]), { standard: 'ua-1' }))
    const used = new Set(Array.from(insides.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z]+)/g), ([, name]) => name))
    const ours = new Set(families.map((family) => family.regular.replace(/^.*[\\/]([A-Za-z]+)[-_][^\\/]*$/, '$1')))
    expect([...used].filter((name) => !ours.has(name ?? ''))).toEqual([])
    expect(used.size).toBeGreaterThan(15)
  })

  test('a heading that skips a level is lifted, so that the standard holds', async () => {
    const pdf = await renderPdf(sheet([{ kind: 'heading', level: 3, text: 'Rules' }]), { standard: 'ua-1' })
    expect(pdfInsides(pdf)).toContain('/S /H1')
  })

  test('says when it was made, as it was told', async () => {
    expect(pdfInsides(await renderPdf(sheet([]), { standard: 'a-2b' }))).toContain('D:20261123093000')
  })

  test('asked for many at once, each comes to whoever asked for it', async () => {
    const names = ['Amal', 'Kofi', 'Zoë', 'Noor', 'Wren']
    const pdfs = await Promise.all(names.map((title) => renderPdf(sheet([], { title }), { standard: 'ua-1' })))
    for (const [at, pdf] of pdfs.entries())
      expect(pdfInsides(pdf)).toContain(`>${Buffer.from(names[at] ?? '').toString('latin1')}<`)
  })

  test('is refused, not lost, when the thread is closed under it', async () => {
    const [drawn] = await Promise.allSettled([renderPdf(sheet([]), { standard: 'ua-1' }), closePdf()])
    expect(drawn).toMatchObject({ status: 'rejected', reason: new Error('the PDF thread ended') })
  })

  test('is drawn again after the thread was closed', async () => {
    await closePdf()
    expect((await renderPdf(sheet([]), { standard: 'ua-1' })).length).toBeGreaterThan(1000)
  })

  test('a picture that is no SVG is refused with the reason', async () => {
    const picture = { svg: 'not a drawing', alt: 'x' }
    await expect(renderPdf(sheet([{ kind: 'picture', picture }]), { standard: 'ua-1' })).rejects.toThrow(/lay out/)
  })
})

function everyBlock(text: string): PdfDocument {
  const picture = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    alt: text,
  }
  const blocks: PdfBlock[] = [
    { kind: 'heading', level: 2, text },
    { kind: 'paragraph', text: [text, { strong: text }], tone: 'code' },
    { kind: 'list', items: [text, ''], ordered: true },
    { kind: 'list', items: [text] },
    facts(text),
    { kind: 'table', caption: text, columns: [{ title: text }, { title: 'B', align: 'end' }], rows: [[text], []] },
    { kind: 'inset', lines: [text], picture },
    { kind: 'boxes', lead: text, items: [text] },
    { kind: 'lines', labels: [text] },
    { kind: 'cut' },
    { kind: 'contents', title: text, depth: 2 },
    { kind: 'clause', id: text, text },
    {
      kind: 'bars',
      title: text,
      rows: [
        { name: text, count: 3 },
        { name: text, count: null },
      ],
    },
    { kind: 'page-break' },
    { kind: 'picture', picture },
  ]
  return sheet(blocks, { title: text, language: text, footer: text, from: [text] })
}
