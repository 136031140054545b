import sharp, { type Metadata } from 'sharp'
import { BadInput } from '#core/errors.ts'
import type { CleanFile } from './clean-file.ts'
import { readExif } from './exif.ts'
import type { CleanLimits } from './limits.ts'
import type { Removed } from './removed.ts'

type Picture = Pick<CleanFile, 'removed'> & { readonly type: 'image/jpeg' | 'image/png' | 'image/webp'; bytes: Buffer }

const FORMATS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const

/** Draws a picture anew: turned as it was held, in plain colours, and nothing beside its points is written out. */
export async function cleanPicture(given: Buffer, type: string, limits: CleanLimits): Promise<Picture> {
  sharp.cache(false)
  sharp.concurrency(1)
  const known = kindOf(type)
  const options = { limitInputPixels: limits.pixels, failOn: 'error', pages: 1 } as const
  const found = await sharp(given, options)
    .metadata()
    .catch(() => null)
  // The decoder finds the format by itself: another one than the first bytes say is a file that means to be two things.
  if (known === null || found === null || found.format !== FORMATS[known])
    throw new BadInput('file.clean.picture', 'This picture is damaged, or is not what it says it is.')
  const bytes = await sharp(given, options)
    .autoOrient()
    .resize({ width: limits.side, height: limits.side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .toFormat(FORMATS[known], { quality: 88 })
    .timeout({ seconds: Math.ceil(limits.milliseconds / 1000) })
    .toBuffer()
    .catch(() => {
      throw new BadInput('file.clean.picture', 'This picture is damaged: it cannot be drawn to its end.')
    })
  return { type: known, removed: removedFrom(found), bytes }
}

const kindOf = (type: string): keyof typeof FORMATS | null =>
  type === 'image/jpeg' || type === 'image/png' || type === 'image/webp' ? type : null

function removedFrom(found: Metadata): Removed[] {
  const exif = found.exif === undefined ? null : readExif(found.exif)
  return [
    ...(exif?.place === true ? ['place' as const] : []),
    ...(exif === null ? [] : ['camera' as const]),
    ...(found.xmp !== undefined || found.iptc !== undefined || (found.comments ?? []).length > 0
      ? ['author' as const]
      : []),
    ...(exif?.thumbnail === true ? ['thumbnail' as const] : []),
    ...((found.pages ?? 1) > 1 ? ['frames' as const] : []),
  ]
}
