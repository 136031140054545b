import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrSvg } from './qr-svg.ts'

test('draws exactly the dark modules of the code, inside its quiet zone', () => {
  const { size, data } = create('https://kept.larkbeck.example/s', { errorCorrectionLevel: 'M' }).modules
  const drawn = new Set<string>()
  for (const [, x, y, width] of qrSvg('https://kept.larkbeck.example/s').matchAll(/M(\d+) (\d+)h(\d+)v1h/g)) {
    for (let step = 0; step < Number(width); step += 1) drawn.add(`${Number(x) + step - 4},${Number(y) - 4}`)
  }
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => data[at])
  expect(drawn).toEqual(new Set(dark.map((at) => `${at % size},${Math.floor(at / size)}`)))
})

test('carries no style and escapes its label', () => {
  const svg = qrSvg('x', 'Tell "us" <now>')
  expect(svg).not.toContain('style')
  expect(svg).toContain('aria-label="Tell &#34;us&#34; &#60;now&#62;"')
  expect(qrSvg('x')).toContain('aria-hidden="true"')
})
