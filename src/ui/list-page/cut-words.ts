/** What a file or a paper has of a list that may be longer. */
export interface CutFacts {
  /** `concerns`. */
  readonly things: string
  readonly count: number
  /** How many there are room for. */
  readonly most: number
  /** A search went through the newest only. */
  readonly more: boolean
  /** Nothing has the words as they were typed. */
  readonly alike?: boolean | undefined
}

/** What a file or a paper says when it is not just what was asked for; null when it is. */
export function sayCut({ things, count, most, more, alike = false }: CutFacts): string | null {
  const says = [
    alike && 'Nothing has these words as they were typed: this is what is spelt like them.',
    more && `Not all: too many ${things} may have these words, so only the newest were searched.`,
    !more && count >= most && `Not all: only the first ${most.toLocaleString('en-GB')}.`,
  ].filter((one) => one !== false)
  return says.length === 0 ? null : says.join(' ')
}
