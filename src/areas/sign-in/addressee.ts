/** Somebody who may be handed a letter, with the children for whom they act. */
export interface Addressee {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly children: readonly string[]
}

/** The same on the page on which letters are chosen. */
export interface AddresseeLine extends Addressee {
  /** Why they get none: a password of their own, or a sign-in that opens another organisation too. */
  readonly why: 'password' | 'elsewhere' | null
  /** Until when the letter that was printed last still works, unless it was used. */
  readonly waitsUntil: Temporal.Instant | null
}

/** A letter as it is printed. */
export interface LetterSheet extends Addressee {
  readonly code: string
  readonly until: string
  /** The address with the code in it, as the address of a drawing. */
  readonly qr: string
}
