import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { docxOf, paragraph, pdfOf } from '#platform/documents/samples.fixture.ts'
import { cleanFile } from './clean-file.ts'
import { cleanLimits } from './limits.ts'
import { sayRemoved } from './removed.ts'

const SECRET = 'Leila Haddad'
const dots = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#2b6' } })
const exif = {
  IFD0: { Artist: SECRET, Model: 'Telling Phone 7' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 3930/100',
  },
}
const photo = () => dots().withExif(exif).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SECRET}</x:xmpmeta>`)

async function* pieces(bytes: Buffer, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const clean = async (given: Buffer, limits = cleanLimits) => {
  const { content, ...made } = await cleanFile(pieces(given), limits)
  return { ...made, bytes: await buffer(content) }
}

describe('a file that somebody sends is cleaned', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'a picture as %s: no place, camera, author or maker is left',
    async (format) => {
      const given = await photo().toFormat(format).toBuffer()
      expect(given.includes('Telling Phone') || given.includes(SECRET)).toBe(true)
      const { type, removed, bytes } = await clean(given)
      expect(type).toBe(`image/${format}`)
      expect(removed).toEqual(['place', 'camera', 'author'])
      expect(bytes.includes('Telling Phone') || bytes.includes(SECRET) || bytes.includes('GPS')).toBe(false)
      const left = await sharp(bytes).metadata()
      expect([left.exif, left.xmp, left.iptc, left.icc, left.comments]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect([left.width, left.height]).toEqual([60, 40])
    },
  )

  test('a picture that was held sideways still stands upright', async () => {
    const { bytes } = await clean(await dots().withMetadata({ orientation: 6 }).jpeg().toBuffer())
    const left = await sharp(bytes).metadata()
    expect([left.width, left.height, left.orientation]).toEqual([40, 60, undefined])
  })

  test('nothing that hangs on a picture comes through: a second file behind it, or a script in it', async () => {
    const given = Buffer.concat([await dots().jpeg().toBuffer(), Buffer.from('PK\x03\x04<script>alert(1)</script>')])
    const { bytes } = await clean(given)
    expect(bytes.includes('script')).toBe(false)
  })

  test('a PDF is kept as pictures of its pages, without author, title or words', async () => {
    const given = pdfOf(`#set document(author: "${SECRET}", title: "Ours")\nA page\n#pagebreak()\nAnother`)
    expect(given.includes(Buffer.from(SECRET))).toBe(true)
    const { type, removed, bytes } = await clean(given)
    expect([type, removed]).toEqual(['application/pdf', ['all_but_pages']])
    const text = bytes.toString('latin1')
    expect(text.match(/\/Type \/Page /g)).toHaveLength(2)
    expect(text).not.toMatch(/Leila|Author|Creator|CreationDate|Metadata|JavaScript/)
    // It is a PDF that can be cleaned again: a reader finds both of its pages.
    expect((await clean(bytes)).bytes.toString('latin1').match(/\/Type \/Page /g)).toHaveLength(2)
  })

  test('of a Word document the words are kept, and neither its author nor a comment', async () => {
    const given = await docxOf(paragraph('They wrote to me'), {
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${SECRET}</dc:creator></cp:coreProperties>`,
      'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:author="${SECRET}"/></w:comments>`,
    })
    const { type, removed, bytes } = await clean(given)
    expect([type, removed, bytes.toString()]).toEqual(['text/plain', ['all_but_words'], 'They wrote to me\n'])
  })

  test('plain text stays as it is', async () =>
    expect((await clean(Buffer.from('“Zoë” wrote: hello\n'))).bytes.toString()).toBe('“Zoë” wrote: hello\n'))

  test('what was taken out can be said', () =>
    expect(sayRemoved(['place', 'all_but_words', 'nonsense'])).toEqual([
      'where it was taken',
      'everything but its words',
    ]))
})

describe('refused with a word that helps', () => {
  test.each([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', /screenshot/],
    ['HTML under another name', '<!doctype html><script>alert(1)</script>', /something else/],
    ['a saved e-mail', 'Received: from [203.0.113.7]\nSubject: hello\n\nhello', /saved e-mail/],
    ['a photo of an iPhone as HEIC', '\0\0\0\x18ftypheic\0\0\0\0', /HEIC.*send the screenshot/],
    ['a video', '\0\0\0\x18ftypisom\0\0\0\0', /video/],
    ['a zip', 'PK\x03\x04nothing', /something else/],
    ['a program', 'MZ\x90\0', /something else/],
    ['the head of a picture and no picture', '\xff\xd8\xff\xe0nothing', /damaged/],
    ['a PDF that is none', '%PDF-1.7 nothing', /damaged/],
  ])('%s', async (_, content, says) => {
    await expect(clean(Buffer.from(content, 'latin1'))).rejects.toThrow(says)
  })

  test('a picture that unfolds to more than is drawn', async () => {
    const bomb = await dots(3000, 3000).png().toBuffer()
    await expect(clean(bomb, { ...cleanLimits, pixels: 1_000_000 })).rejects.toThrow(/damaged/)
  })

  test('a stream that never ends, while it is still coming', async () => {
    let asked = 0
    async function* endless() {
      yield Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
      for (;;) {
        asked += 1
        yield Buffer.alloc(64 * 1024)
      }
    }
    await expect(cleanFile(endless(), { ...cleanLimits, bytes: 2_000_000 })).rejects.toMatchObject({ name: 'TooLarge' })
    expect(asked).toBeLessThan(40)
  })

  test('a line that breaks off', async () => {
    async function* broken() {
      yield await dots().jpeg().toBuffer()
      throw new Error('the line went dead')
    }
    await expect(cleanFile(broken())).rejects.toThrow('the line went dead')
  })
})
