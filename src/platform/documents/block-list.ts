import type { Block, Place } from '#core/outline.ts'
import { type DocumentLimits, tooLarge } from './limits.ts'

type Placed<B> = B extends unknown ? Omit<B, 'at'> : never
/** A text before it has its place. */
export type Unplaced = Placed<Block>

/** Collects the texts of a document in order, numbers them, and stops when there are too many. */
export class BlockList {
  readonly blocks: Block[] = []
  readonly #limits: DocumentLimits
  #characters = 0

  constructor(limits: DocumentLimits) {
    this.#limits = limits
  }

  /** Adds a text with its white space tidied; an empty one is left out. */
  add(block: Unplaced, page?: number): void {
    const text = tidy(block.text)
    if (text === '') return
    this.#characters += text.length
    if (this.#characters > this.#limits.characters)
      throw tooLarge(`has more than ${this.#limits.characters.toLocaleString('en')} characters`)
    if (this.blocks.length >= this.#limits.blocks)
      throw tooLarge(`has more than ${this.#limits.blocks.toLocaleString('en')} paragraphs`)
    const number = this.blocks.length + 1
    const at: Place = page === undefined ? { number } : { number, page }
    this.blocks.push({ ...block, text, at })
  }
}

// Soft hyphens and zero-width marks are for the layout; controls and direction overrides could change how a later line reads.
const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\s\u00a0\p{Cc}]+/gu, ' ')
    .toWellFormed()
    .trim()
