import sharp from 'sharp'

const WANTED = 1024 * 1024

/** A photo as a phone makes it, of a megabyte, which says where it was taken and with what. */
export async function photoOfOneMegabyte(): Promise<Buffer> {
  const drawn = sharp({
    create: { width: 2400, height: 1800, channels: 3, background: '#888', noise: GRAIN },
  }).withExif({
    IFD0: { Artist: 'Bench Person', Model: 'Bench Phone' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
  })
  const tries = await Promise.all([85, 75, 65, 55, 45, 35].map((quality) => drawn.clone().jpeg({ quality }).toBuffer()))
  const [nearest] = tries.toSorted((a, b) => Math.abs(a.length - WANTED) - Math.abs(b.length - WANTED))
  if (nearest === undefined) throw new Error('no photo was made')
  return nearest
}

const GRAIN = { type: 'gaussian', mean: 128, sigma: 12 } as const
