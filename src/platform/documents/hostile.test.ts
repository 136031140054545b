import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '#core/errors.ts'
import { documentLimits, letterLimits } from './limits.ts'
import { readDocument } from './read-document.ts'
import { readFormat } from './read-format.ts'
import { docxOf, paragraph, pdfAround, pdfOf, zipOf } from './samples.fixture.ts'

const MIB = 1024 * 1024
const small = {
  ...documentLimits,
  partBytes: MIB,
  entries: 20,
  memory: 120 * MIB,
  blocks: 100,
  characters: 10_000,
  pages: 3,
}
const codeOf = async (bytes: Uint8Array, limits = small): Promise<string> => {
  const answer = await readDocument(bytes, limits).catch((fault: unknown) => fault)
  return answer instanceof BadInput ? answer.code : `read: ${JSON.stringify(answer)}`
}
const body = (xml: string) => docxOf('', { 'word/document.xml': xml })

describe('what is no document', () => {
  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'document.unknown'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'document.old_word'],
    ['rich text', Buffer.from('{\\rtf1 Policy}'), 'document.rtf'],
    ['nothing', Buffer.alloc(0), 'document.empty'],
    ['white space', Buffer.from(' \n\n '), 'document.empty'],
    ['more than 50 MB', Buffer.alloc(50 * MIB + 1), 'document.too_large'],
  ])('%s is refused as what it is', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('a zip of anything else is no Word document, whatever its name', async () => {
    expect(await codeOf(await zipOf({ 'word/document.xml': '<w:document/>' }))).toBe('document.not_word')
  })
})

describe('a hostile Word document', () => {
  test('that breaks off, in the zip or in its text, is called damaged', async () => {
    const whole = await docxOf(paragraph('Text'))
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('document.malformed')
    expect(await codeOf(await body('<w:document><w:body><w:p>'))).toBe('document.malformed')
    expect(await codeOf(await body('<w:document><w:body><w:p></w:body></w:p></w:document>'))).toBe('document.malformed')
    expect(await codeOf(await body('no XML at all'))).toBe('document.malformed')
  })

  test('that defines entities is refused before one is unfolded', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>'
    expect(await codeOf(await body(laughs))).toBe('document.xml.entities')
    const utf16 = Buffer.from(`\ufeff${laughs}`, 'utf16le')
    for (const part of ['word/document.xml', 'word/styles.xml', '[Content_Types].xml'])
      expect([part, await codeOf(await docxOf('', { [part]: utf16 }))]).toEqual([part, 'document.xml.entities'])
  })

  test('whose text is in another encoding is read as that, and refused when it is in none', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document><w:body>${paragraph('Café')}</w:body></w:document>`
    const utf16 = await docxOf('', { 'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') })
    expect(await codeOf(utf16)).toContain('Café')
    const noughts = await docxOf('', { 'word/document.xml': Buffer.alloc(5_000) })
    expect(await codeOf(noughts)).toMatch(/^document\./)
  })

  test('that holds a bomb in a zip of its own is read without opening it', async () => {
    const bomb = await zipOf({ 'x.xml': Buffer.alloc(30 * MIB) })
    const nested = await docxOf(paragraph('Text'), {
      'word/embeddings/inner.docx': bomb,
      'word/media/big.bin': Buffer.alloc(5 * MIB),
    })
    expect(nested.length).toBeLessThan(MIB)
    expect(await codeOf(nested)).toContain('Text')
  })

  test('that unfolds to more than it should is stopped on the way', async () => {
    expect(await codeOf(await docxOf(paragraph(' '.repeat(3 * MIB))))).toBe('document.too_large')
  })

  test('that lies about its size is stopped on the way', async () => {
    const bomb = await docxOf(paragraph(' '.repeat(3 * MIB)))
    const directory = bomb.indexOf(Buffer.from('PK\x01\x02'), bomb.lastIndexOf('word/document.xml') - 60)
    bomb.writeUInt32LE(1_000, directory + 24)
    expect(await codeOf(bomb)).toBe('document.malformed')
  })

  test('costs the memory that is allowed and no more, whichever way it unfolds and however many come at once', async () => {
    const size = letterLimits.partBytes - 1000
    const parts = [
      `<w:p><w:r><w:t>${'x'.repeat(size - 200)}</w:t></w:r></w:p>`,
      '<w:p/>'.repeat(size / 6 - 100),
      `<w:p ${Array.from({ length: size / 14 - 100 }, (_, at) => `a${String(at).padStart(7, '0')}="b"`).join(' ')}/>`,
    ]
    const bombs: Buffer[] = []
    for (const part of parts.splice(0)) bombs.push(...new Array<Buffer>(2).fill(await docxOf(part)))
    const before = process.memoryUsage().rss
    let most = 0
    const looking = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before)
    }, 10)
    const codes = await Promise.all(bombs.map((bomb) => codeOf(bomb, { ...letterLimits, milliseconds: 60_000 })))
    clearInterval(looking)
    expect(new Set(codes)).toEqual(new Set(['document.too_large']))
    // Two at a time, each of an eighth of a gigabyte at most; six at once would be half a gigabyte and more.
    expect(most).toBeLessThan(350 * MIB)
  })

  test('that nests without end, or holds parts or paragraphs without end, is refused', async () => {
    const deep = '<w:sdt>'.repeat(5_000) + '</w:sdt>'.repeat(5_000)
    expect(await codeOf(await docxOf(deep))).toBe('document.too_large')
    expect(await codeOf(await docxOf(paragraph('x').repeat(101)))).toBe('document.too_large')
    const parts = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`p${index}`, '']))
    expect(await codeOf(await docxOf('', parts))).toBe('document.too_large')
  })
})

describe('a hostile PDF', () => {
  test('that is cut short or empty of text is refused', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing'))).toBe('document.malformed')
    const whole = pdfOf('Pupils are safe.')
    for (const share of [0.1, 0.5]) expect(await codeOf(whole.subarray(0, whole.length * share))).toMatch(/^document\./)
    expect(await codeOf(pdfAround(Buffer.from('0 0 10 10 re f')))).toBe('document.pdf.no_text')
  })

  test('with more pages than a policy has is refused', async () => {
    expect(await codeOf(pdfOf('a #pagebreak() b #pagebreak() c #pagebreak() d'))).toBe('document.too_large')
  })

  test('that unfolds without end costs the memory that is allowed and no more', async () => {
    const bomb = pdfAround(deflateSync(Buffer.alloc(200 * MIB, ' ')), '/Filter/FlateDecode')
    expect(bomb.length).toBeLessThan(MIB)
    expect(await codeOf(bomb)).toBe('document.too_much')
  })

  test('of 50 MB of nothing is refused', async () => {
    const nothing = Buffer.alloc(50 * MIB, 'endobj 1 0 obj ')
    nothing.write('%PDF-1.7\n')
    expect(await codeOf(nothing, { ...documentLimits, milliseconds: 2_000 })).toMatch(/^document\./)
  })

  test('of 50 MB with one page of text is read', async () => {
    const padded = Buffer.concat([pdfOf('Pupils are safe.'), Buffer.from(`\n%${'x'.repeat(49 * MIB)}\n`)])
    expect(await codeOf(padded, documentLimits)).toContain('Pupils are safe.')
  })
})

test('a web page that nests without end is refused, and so is one that never stops', async () => {
  expect(await codeOf(Buffer.from('<div>'.repeat(100_000)))).toBe('document.too_large')
  expect(await codeOf(Buffer.from('<p>word'.repeat(101)))).toBe('document.too_large')
})

test('a document that takes longer than its time is let go', async () => {
  expect(await codeOf(Buffer.from('text'), { ...small, milliseconds: 0 })).toBe('document.too_slow')
})

describe('a document with bytes changed at random', () => {
  const outcome = async (bytes: Uint8Array) => {
    const answer = await readFormat(bytes, small).catch((fault: unknown) => fault)
    return answer instanceof BadInput || (typeof answer === 'object' && answer !== null && 'blocks' in answer)
  }
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 })
  const changed = (whole: Buffer, edits: readonly (readonly [number, number])[]) => {
    const bytes = Buffer.from(whole)
    for (const [at, value] of edits) bytes[at % bytes.length] = value
    return bytes
  }

  test('is read or refused: Word', async () => {
    const whole = await docxOf(paragraph('Aims', 'Own') + paragraph('One rule.', 'Bullets'))
    await fc.assert(fc.asyncProperty(changes, (edits) => outcome(changed(whole, edits))))
  })

  test('is read or refused: PDF', { timeout: 60_000 }, async () => {
    const whole = pdfOf('= Aims\nPupils are safe. #table([a], [b])')
    await fc.assert(
      fc.asyncProperty(changes, async (edits) =>
        /^(document\.|read: \{"format")/.test(await codeOf(changed(whole, edits))),
      ),
      { numRuns: 6 },
    )
  })

  test('is read or refused: text and web pages', async () => {
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((some) => Buffer.from(some)),
      fc
        .array(
          fc.constantFrom('<p>', '<li>', '</ul>', '<table>', '<td', '&amp', '<!--', '</', 'word', '"', '>', '<h1>'),
          { maxLength: 60 },
        )
        .map((some) => Buffer.from(some.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(text, (bytes) => outcome(bytes)),
      { numRuns: 150 },
    )
  })
})
