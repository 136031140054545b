/** What the rendering process is asked. */
export interface RenderAsk {
  readonly type: string
  /** The first page is 1. */
  readonly page: number
  /** Who looks and when: it is drawn across the picture and under it. */
  readonly mark: string
  readonly limits: RenderLimits
}

/** How much of a file is drawn, and for how long. */
export interface RenderLimits {
  readonly bytes: number
  readonly pixels: number
  /** The longer side of the copy. */
  readonly side: number
  readonly pages: number
  readonly milliseconds: number
}

/** What a photo of a phone and a scanned letter never reach. */
export const renderLimits: RenderLimits = {
  bytes: 64 * 1024 * 1024,
  pixels: 120_000_000,
  side: 1600,
  pages: 1000,
  milliseconds: 20_000,
}

/** What it answers, as its first line; the picture follows. */
export type RenderAnswer =
  | { readonly kind: 'page'; readonly pages: number; readonly width: number; readonly height: number }
  | { readonly kind: 'refused'; readonly says: string | null }

/** A page as a picture of our own: decoded, marked and encoded again, with nothing of the original but its look. */
export interface RenderedPage {
  readonly jpeg: Buffer
  readonly pages: number
  readonly width: number
  readonly height: number
}
