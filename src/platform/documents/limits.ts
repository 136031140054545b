import { BadInput } from '#core/errors.ts'

const MIB = 1024 * 1024

/** How much of a document is read. A policy of 100 pages has about 300,000 characters. */
export interface DocumentLimits {
  readonly bytes: number
  readonly entries: number
  readonly partBytes: number
  readonly depth: number
  /** Of one part; a hundred pages have about 100,000. */
  readonly elements: number
  /** Of one element. */
  readonly attributes: number
  readonly blocks: number
  readonly characters: number
  readonly pages: number
  readonly milliseconds: number
  readonly memory: number
}

/** What a school's own policy never reaches. */
export const documentLimits: DocumentLimits = {
  bytes: 50 * MIB,
  entries: 2_000,
  partBytes: 64 * MIB,
  depth: 300,
  elements: 1_000_000,
  attributes: 200,
  blocks: 20_000,
  characters: 3_000_000,
  pages: 500,
  milliseconds: 30_000,
  memory: 512 * MIB,
}

/** What anybody may send with what they tell: a letter, not a policy. */
export const letterLimits: DocumentLimits = {
  ...documentLimits,
  partBytes: 16 * MIB,
  elements: 200_000,
  blocks: 5_000,
  characters: 500_000,
  pages: 100,
  milliseconds: 10_000,
  memory: 128 * MIB,
}

/** The document is larger than any policy is. */
export const tooLarge = (what: string): BadInput => new BadInput('document.too_large', `This document ${what}.`)

/** The document claims a format and does not keep to it. */
export const malformed = (format: string): BadInput =>
  new BadInput(
    'document.malformed',
    `This ${format} is damaged: it cannot be read to its end. Save it again and send it once more.`,
  )
