/** A word of a clause: as it is compared, and as it is written. */
export interface Word {
  readonly stem: string
  readonly written: string
}

// Words that stand in every rule and tell nothing. Those that change a rule (not, before, must, may, only) are no such words.
const EMPTY = new Set(
  'a an the of to in on at by for with and or is are be been being was were it its this that these those as from their they them there he she his her our we us you your i my'.split(
    ' ',
  ),
)

/** The telling words of a text, in order. */
export const wordsOf = (text: string): Word[] =>
  (text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]+|\d+/gu) ?? [])
    .map((word) => word.replace(/['’](s|re|ve|ll|d)?$/u, '').replaceAll('’', "'"))
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => ({ stem: stemOf(word), written: word }))

/** Cuts endings so that forms of one word count as one: `signed`, `signs` and `signing`. */
export function stemOf(word: string): string {
  if (/^\d+$/.test(word)) return word.length > 3 ? '<year>' : '<number>'
  if (word.length <= 4) return word.length === 4 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word
  const plain = word
    .replace(/ies$/, 'y')
    .replace(/(sh|ch|x|ss|z)es$/, '$1')
    .replace(/([^siu])s$/, '$1')
  const cut = plain.replace(/(?<=[aeiouy].*[^aeiou])(ing|ed)$/, '').replace(/ly$/, '')
  return (cut.length < 3 ? plain : cut).replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=....)e$/, '')
}
