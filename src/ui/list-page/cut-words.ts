/** What a file or a paper has of a list that may be longer. */
export interface CutFacts {
  /** `concerns`. */
  readonly things: string
  readonly count: number
  /** How many there are room for. */
  readonly most: number
  /** A search went through the newest only. */
  readonly more: boolean
}

/** What a file or a paper says when it is not everything that was asked for; null when it is. */
export function sayCut({ things, count, most, more }: CutFacts): string | null {
  if (more) return `Not all: too many ${things} may have these words, so only the newest were searched.`
  if (count >= most) return `Not all: only the first ${most.toLocaleString('en-GB')}.`
  return null
}
