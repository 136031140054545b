import type { Assent } from '../../types/assent.ts'

/** Somebody who is asked at a school: whether they have signed, and the posts that they hold there. */
export interface AskedOne {
  readonly signed: boolean
  /** `party/head`. */
  readonly parties: readonly string[]
}

/** Whether the signatures at one school are enough, and what is missing. */
export interface EnoughStanding {
  readonly enough: boolean
  readonly signed: number
  /** The parties of whom nobody has signed who had to. */
  readonly without: readonly string[]
}

/** Judges whether as many have signed at a school as the assent wants, with those among them whom it names. */
export function enoughSigned(enough: NonNullable<Assent['enough']>, asked: readonly AskedOne[]): EnoughStanding {
  const signed = asked.filter((one) => one.signed)
  const without = enough.among.filter((party) => !signed.some((one) => one.parties.includes(party)))
  return { enough: signed.length >= enough.least && without.length === 0, signed: signed.length, without }
}
