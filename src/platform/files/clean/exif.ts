const GPS = 0x8825
const HEAD = 6

/** What a picture's EXIF gives away, as far as it needs to be said: whether it holds a place and a small picture. */
export function readExif(exif: Buffer): { place: boolean; thumbnail: boolean } {
  const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(HEAD) : exif
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const first = long(4)
  const entries = short(first)
  const tags = Array.from({ length: Math.min(entries, 1000) }, (_, at) => short(first + 2 + at * 12))
  return { place: tags.includes(GPS), thumbnail: long(first + 2 + entries * 12) !== 0 }
}
