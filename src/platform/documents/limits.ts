import { BadInput } from '#core/errors.ts'

const MIB = 1024 * 1024

/** How much of a document is read. A policy of 100 pages has about 300,000 characters. */
export interface DocumentLimits {
  readonly bytes: number
  readonly entries: number
  readonly partBytes: number
  readonly depth: number
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
  blocks: 20_000,
  characters: 3_000_000,
  pages: 500,
  milliseconds: 30_000,
  memory: 512 * MIB,
}

/** The document is larger than any policy is. */
export const tooLarge = (what: string): BadInput => new BadInput('document.too_large', `This document ${what}.`)

/** The document claims a format and does not keep to it. */
export const malformed = (format: string): BadInput =>
  new BadInput(
    'document.malformed',
    `This ${format} is damaged: it cannot be read to its end. Save it again and send it once more.`,
  )
