import { expect, test } from 'vitest'
import { covers, readCoverage } from './cmap.ts'
import { families } from './fonts.ts'

const bolds = families.map((family) => readCoverage(family.bold))

// Only the regular files are asked what can be drawn, so the bold ones must not know less.
test.each(families)('what $name draws in regular can be drawn in bold', ({ regular }) => {
  const missing = readCoverage(regular).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
      (point) => !bolds.some((bold) => covers(bold, point)),
    ),
  )
  expect(missing.map((point) => point.toString(16))).toEqual([])
})

test('a font does not cover what it has no glyph for', () => {
  const latin = readCoverage(families[0]?.regular ?? '')
  expect(['A', 'ẞ', '中', '\u{1f642}'].map((letter) => covers(latin, letter.codePointAt(0) ?? 0))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
