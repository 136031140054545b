// Letters that no decomposition takes apart, as people type them who do not have them on their keys.
const APART: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
}
const TO_REPLACE = new RegExp(`[${Object.keys(APART).join('')}]`, 'gu')
// The marks of Latin, Greek and Cyrillic letters. The vowel signs of other scripts are letters, and stay.
const MARKS = /[\u0300-\u036f]/gu

/**
 * A name as it is looked for: without accents and capital letters, so that whoever types Titilayo finds Títílayọ̀. The
 * database does the same with `app.folded`.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .replaceAll(TO_REPLACE, (letter) => APART[letter] ?? letter)
