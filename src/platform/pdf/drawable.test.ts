import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCoverage } from './cmap.ts'
import { breakable, drawable, hasKana, runsRightToLeft, tidy } from './drawable.ts'
import { families } from './fonts.ts'

const coverage = families.map((family) => readCoverage(family.regular))
const said = (text: string): string =>
  drawable(text, coverage)
    .map((run) => run.text)
    .join('')

describe('drawable', () => {
  test.each([
    ['Latin', 'Ọlúwáṣeun Nguyễn Łukasz Þór ẞ'],
    ['Greek and Cyrillic', 'Ἀλέξανδρος Ґалаґан Җәмилә'],
    ['Chinese', '欧阳娜娜 魏璎珞 張偉 龔 㛃'],
    ['Japanese', '渡辺さくら 髙﨑ヴァン'],
    ['Korean', '김민준'],
    ['Ethiopic', 'ሰላማዊት ገብረማርያም'],
    ['Gurmukhi', 'ਹਰਪ੍ਰੀਤ ਕੌਰ ਗਿੱਲ'],
    ['Arabic, Urdu, Uyghur, Pashto', 'فاطمة عائشہ ڈار ئۇيغۇر ښځه'],
    ['Hebrew with points', 'נֹעָה לֵוִי'],
    ['Devanagari, Bengali, Gujarati', 'श्रीकृष्ण রবীন্দ্রনাথ ગુજરાતી'],
    ['Tamil, Telugu, Malayalam, Sinhala', 'தமிழ்ச்செல்வி తెలుగు അമ്മ සිංහල'],
    ['Thai, Georgian, Armenian', 'สมชาย ნინო Արմեն'],
  ])('leaves %s as it is', (_, name) => {
    expect(drawable(name, coverage)).toEqual([{ text: name.normalize('NFC') }])
  })

  test('stands a marked note for each letter that no font has', () => {
    expect(drawable('Ka𓀀te\u{10ffff}', coverage)).toEqual([
      { text: 'Ka' },
      { text: '\ufffd(U+13000)', missing: true },
      { text: 'te' },
      { text: '\ufffd(U+10FFFF)', missing: true },
    ])
  })

  test('keeps the letter when only its mark cannot be drawn', () => {
    expect(drawable('e\u{1e8d0}', coverage)).toEqual([{ text: 'e' }, { text: '\ufffd(U+1E8D0)', missing: true }])
  })

  test('notes a letter that typst has refused', () => {
    expect(drawable('abc', coverage, new Set(['b']))[1]).toEqual({ text: '\ufffd(U+0062)', missing: true })
  })

  test('drops controls and whatever turns the direction of later text', () => {
    expect(said('a\u0000b\u0007\u202Ec\u2066d')).toBe('abcd')
  })

  test('mends half a surrogate pair', () => expect(tidy('x\ud800y')).toBe('x\ufffdy'))

  test('any text at all becomes text that some font covers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const again = drawable(said(text), coverage)
        expect(again.every((run) => run.missing === undefined)).toBe(true)
      }),
    )
  })
})

describe('breakable', () => {
  test('leaves words that fit alone', () => expect(breakable('a quiet word', 20)).toBe('a quiet word'))
  test('opens a word that is wider than its line', () => {
    expect(breakable('W'.repeat(25), 10).split('\u200b')).toEqual(['W'.repeat(10), 'W'.repeat(10), 'W'.repeat(5)])
  })
  test('adds nothing but places to break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, room) => {
        expect(breakable(text, room).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''))
      }),
    )
  })
})

test('one Arabic name does not turn an English sentence round', () => {
  expect(runsRightToLeft('فاطمة signed the agreement')).toBe(false)
  expect(runsRightToLeft('فاطمة الزهراء 5M')).toBe(true)
})

test('kana tells Japanese from Chinese', () => {
  expect(hasKana('渡辺さくら')).toBe(true)
  expect(hasKana('欧阳娜娜')).toBe(false)
})
