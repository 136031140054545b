// I, O and S are left out of a unique pupil number, because they look like digits.
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** Whether a text has the shape of a unique pupil number: a check letter, eleven digits, a digit or letter. */
export const looksLikeUpn = (text: string): boolean => /^[A-Z]\d{11}[\dA-Z]$/.test(text)

/** Whether the check letter of a unique pupil number agrees with the rest of it. */
export function upnAgrees(upn: string): boolean {
  const rest = [...upn.slice(1)]
  const sum = rest.reduce((total, character, index) => total + worth(character) * (index + 2), 0)
  return LETTERS[sum % 23] === upn[0]
}

const worth = (character: string): number => {
  const digit = Number(character)
  return Number.isNaN(digit) ? LETTERS.indexOf(character) : digit
}
