/** How much of a file is taken in to be cleaned, and for how long. */
export interface CleanLimits {
  readonly bytes: number
  readonly pixels: number
  /** The longer side of what is kept. */
  readonly side: number
  readonly pages: number
  readonly milliseconds: number
}

const MIB = 1024 * 1024

/** A photo of a phone, a letter of some pages. */
export const cleanLimits: CleanLimits = {
  bytes: 20 * MIB,
  pixels: 80_000_000,
  side: 4096,
  pages: 30,
  milliseconds: 30_000,
}
