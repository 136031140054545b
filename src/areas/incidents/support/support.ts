/** Something that was offered to somebody in a case, and what became of it. */
export interface SupportOffer {
  readonly id: string
  readonly personId: string | null
  readonly described: string | null
  readonly part: string
  /** A value of the list that the pack names. */
  readonly support: string
  /** Who offered it. */
  readonly byWhom: string
  readonly on: Temporal.PlainDate
  readonly note: string | null
  /** What was answered, the last word holds. */
  readonly words: readonly { readonly word: string; readonly on: Temporal.PlainDate; readonly note: string | null }[]
}

/** What becomes of an offer. */
export const supportWords = ['taken_up', 'declined', 'ended'] as const
export type SupportWord = (typeof supportWords)[number]

/** What became of an offer, in words. */
export const SUPPORT_WORDS: Readonly<Record<string, string>> = {
  taken_up: 'Taken up',
  declined: 'Declined',
  ended: 'Ended',
}
