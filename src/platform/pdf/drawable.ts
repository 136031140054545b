import { covers, type Ranges } from './cmap.ts'

/** A stretch of text that is drawn in one manner: as it is, or as a note that stands for letters no font has. */
export interface Run {
  readonly text: string
  readonly missing?: true
  readonly strong?: true
}

/** The code points that each font can draw, one entry per family. */
export type Coverage = readonly Ranges[]

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
// Zero-width joiners, variation selectors and their like: shapers hide them when a font has no picture for them.
const HIDDEN = /^[\p{Default_Ignorable_Code_Point}\s]$/u
// Controls cannot be drawn, and what turns the direction of later text could forge a line of a certificate.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const UNSAFE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu

/** Text as a page can hold it: whole letters, no controls but line feeds. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSAFE, '')
    .normalize('NFC')

/** Splits a text into what the fonts can draw and notes such as �(U+1F9FF) for what they cannot. */
export function drawable(text: string, coverage: Coverage, banned: ReadonlySet<string> = new Set()): Run[] {
  const can = (cluster: string): boolean =>
    ![...cluster].some((letter) => banned.has(letter)) && isDrawable(cluster, coverage)
  const runs: Run[] = []
  for (const { segment } of graphemes.segment(tidy(text))) {
    if (can(segment)) append(runs, segment)
    else for (const letter of segment) append(runs, can(letter) ? letter : note(letter), !can(letter))
  }
  return runs
}

/** What stands in plain text for a letter that cannot be drawn. */
const note = (letter: string): string =>
  `\ufffd(U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`

// Base and marks must come from one font: a shaper does not borrow a mark from another.
function isDrawable(cluster: string, coverage: Coverage): boolean {
  return [cluster, cluster.normalize('NFD')].some((form) => {
    const points = [...form].filter((letter) => !HIDDEN.test(letter)).map((letter) => letter.codePointAt(0) ?? 0)
    return coverage.some((ranges) => points.every((point) => covers(ranges, point)))
  })
}

function append(runs: Run[], text: string, missing = false): void {
  const last = runs.at(-1)
  if (last !== undefined && (last.missing ?? false) === missing)
    runs[runs.length - 1] = { ...last, text: last.text + text }
  else runs.push(missing ? { text, missing } : { text })
}

/** Gives a word that is wider than a line places to break; `room` is the line's width in ems. */
export const breakable = (text: string, room: number): string =>
  text.replace(/\S+/gu, (word) => (word.length * WIDEST <= room ? word : broken(word, room)))

const WIDEST = 1.3

function broken(word: string, room: number): string {
  let wide = 0
  let pieces = ''
  for (const { segment } of graphemes.segment(word)) {
    wide += widthOf(segment)
    if (wide > room) {
      pieces += '\u200b'
      wide = widthOf(segment)
    }
    pieces += segment
  }
  return pieces
}

/** A careful guess of a letter's width in ems, never less than Noto Sans Bold needs. */
function widthOf(letter: string): number {
  if (/^[WM@%m]/.test(letter)) return 1
  if (/^[ijltfrI.,:;'|!()-]/.test(letter)) return 0.45
  if (/^[a-z0-9]/.test(letter)) return 0.68
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter) ? 0.85 : WIDEST
}

/** Whether most letters run from right to left: one Arabic name does not turn an English sentence round. */
export function runsRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length * 2 > letters.length
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether a text is Japanese beyond doubt: Chinese has no kana. */
export const hasKana = (text: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
