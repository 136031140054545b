import { createHash, randomInt } from 'node:crypto'

// No 0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V, and no vowels: nothing to mistake, and no words to giggle about.
const ALPHABET = '3479CDFHJKMNPRTWXY'
// 18 characters give 4.17 bits each.
const CARD_LENGTH = 10
const CLASS_LENGTH = 6
// 67 bits: no second code stands beside it, and nobody counts tries of a name that is not typed.
const LETTER_GROUPS = [4, 4, 4, 4] as const

/** A new card code as it is printed, in two groups, such as `CHK7T-R4MWX`. */
export function newCardCode(): string {
  const code = randomText(CARD_LENGTH)
  return `${code.slice(0, CARD_LENGTH / 2)}-${code.slice(CARD_LENGTH / 2)}`
}

/** A new code for a letter as it is printed, in four groups. */
export const newLetterCode = (): string => LETTER_GROUPS.map(randomText).join('-')

/**
 * The code of a class, such as `K7TR4M`: it says which class somebody belongs to, and is no secret. It follows from the id of the
 * class, so new cards for it say the same as the old ones.
 */
export const classCodeOf = (classId: string): string =>
  [...createHash('sha256').update(`class ${classId}`).digest().subarray(0, CLASS_LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('')

const randomText = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')

/** A code as it is compared: typed in small letters, with or without gaps, it is the same. Null when it cannot be one. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s\-–_.]/g, '')
  return /^[0-9A-Z]{2,24}$/.test(code) ? code : null
}
