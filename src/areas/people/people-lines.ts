/** Somebody in a list of people. */
export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly kinds: readonly string[]
  readonly year: number | null
}

/** The most people that one search shows. */
export const MOST_FOUND = 60

/** A pupil for whom nobody can sign, and why. */
export interface ChildWithoutSignatory {
  readonly id: string
  readonly name: string
  readonly year: number | null
  readonly className: string | null
  /** nobody: no grown-up may sign for them · unreached: somebody may, and the school has no address of theirs. */
  readonly why: 'nobody' | 'unreached'
  /** Grown-ups who are known and may not sign, or cannot be reached. */
  readonly adults: readonly string[]
}

/** Days on which somebody is away, the last one included; without a last day until they are back. */
export interface Absence {
  readonly id: string
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate | null
}

/** Somebody of the family: a parent or carer of a child, or a child of a grown-up. */
export interface Relative {
  readonly id: string
  readonly name: string
  readonly relationship: string
  readonly maySign: boolean
  readonly reached: boolean
}
