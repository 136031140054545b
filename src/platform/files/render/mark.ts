import sharp from 'sharp'
import { families } from '#platform/pdf/fonts.ts'

interface Raw {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 2 | 3 | 4
}

/**
 * Draws who looks and when across a picture and in a strip under it, and encodes it as JPEG. The strip makes the picture
 * taller, so that it covers nothing.
 */
export async function marked(
  data: Buffer | Uint8Array,
  raw: Raw,
  mark: string,
): Promise<{ jpeg: Buffer; width: number; height: number }> {
  // A tiny picture would leave no room for the mark.
  const width = Math.max(raw.width, 320)
  const size = Math.max(12, Math.round(width / 60))
  const strip = await words(mark, width - 16, size, '#ffffff')
  const height = Math.max(raw.height, 40)
  const tile = await slanted(mark, size, { width, height })
  const side = { left: Math.floor((width - raw.width) / 2), top: Math.floor((height - raw.height) / 2) }
  const base = await sharp(data, { raw })
    .toColourspace('srgb')
    .extend({
      ...side,
      right: width - raw.width - side.left,
      bottom: height - raw.height - side.top,
      background: '#ffffff',
    })
    .composite([{ input: tile, tile: true, blend: 'over' }])
    .png({ compressionLevel: 0 })
    .toBuffer()
  const foot = strip.height + 12
  const jpeg = await sharp(base)
    .extend({ bottom: foot, background: '#1d2430' })
    .composite([{ input: strip.png, left: 8, top: height + 6 }])
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
  return { jpeg, width, height: height + foot }
}

async function words(text: string, width: number, size: number, colour: string) {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(text)}</span>`,
      font: `Noto Sans ${size}`,
      fontfile: families[0]?.regular ?? '',
      width,
      wrap: 'word-char',
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { png: data, height: info.height }
}

/** The same words, faint and aslant, repeated over the whole picture. */
async function slanted(text: string, size: number, most: { width: number; height: number }): Promise<Buffer> {
  const { png } = await words(text, 4000, size, '#000000')
  const light = await words(text, 4000, size, '#ffffff')
  const faint = await sharp(png).ensureAlpha(0).linear([1, 1, 1, 0.22], [0, 0, 0, 0]).png().toBuffer()
  const faintLight = await sharp(light.png).ensureAlpha(0).linear([1, 1, 1, 0.22], [0, 0, 0, 0]).png().toBuffer()
  // Dark and light together, one pixel apart: readable on a night sky and on a white page.
  const both = await sharp(faint)
    .extend({ right: 1, bottom: 1, background: TRANSPARENT })
    .composite([{ input: faintLight, left: 1, top: 1 }])
    .png()
    .toBuffer()
  const { data, info } = await sharp(both)
    .rotate(-24, { background: TRANSPARENT })
    .extend({ top: size * 3, bottom: size * 3, left: size * 2, right: size * 2, background: TRANSPARENT })
    .png()
    .toBuffer({ resolveWithObject: true })
  // A tile may not be larger than what it is laid on: of a small picture's mark the middle is left.
  const [width, height] = [Math.min(info.width, most.width), Math.min(info.height, most.height)]
  const [left, top] = [Math.floor((info.width - width) / 2), Math.floor((info.height - height) / 2)]
  return sharp(data).extract({ left, top, width, height }).png().toBuffer()
}

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
