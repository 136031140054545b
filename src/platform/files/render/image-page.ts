import sharp from 'sharp'
import { BadInput } from '#core/errors.ts'
import type { RenderAsk, RenderedPage } from './ask.ts'
import { marked } from './mark.ts'

const LOADERS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** Decodes a picture and makes our own of it: turned as it was held, without a word of what the camera wrote beside it. */
export async function imagePage(bytes: Buffer, ask: RenderAsk): Promise<RenderedPage> {
  sharp.cache(false)
  sharp.concurrency(1)
  const options = { limitInputPixels: ask.limits.pixels, failOn: 'error', pages: 1 } as const
  const found = await sharp(bytes, options)
    .metadata()
    .catch(() => null)
  // The decoder finds the format by itself: another one than we sniffed is a file that means to be two things.
  if (found === null || found.format !== LOADERS[ask.type])
    throw new BadInput('file.picture.unreadable', 'This picture is damaged, or is not what it says it is.')
  const drawn = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: ask.limits.side, height: ask.limits.side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: Math.ceil(ask.limits.milliseconds / 1000) })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new BadInput('file.picture.unreadable', 'This picture is damaged: it cannot be drawn to its end.')
    })
  const { width, height, channels } = drawn.info
  return { ...(await marked(drawn.data, { width, height, channels }, ask.mark)), pages: 1 }
}
