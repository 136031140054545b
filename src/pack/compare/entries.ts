import { sentenceOf } from '../sentences/sentence-of.ts'
import type { Words } from '../sentences/words.ts'
import type { Sides } from './differ.ts'
import { isMap } from './equal.ts'
import { ENTRIES } from './labels.ts'
import { isSaid } from './words-differ.ts'

/** An entry of a list that is told apart by its id. */
export interface Entry {
  readonly id: string
  readonly [key: string]: unknown
}

/** Whether a value is a list of such entries. */
export const isEntries = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) && value.every((one) => isMap(one) && typeof one.id === 'string')

/** What an entry is called: statements by their number, all others by their words. `whole` says the words of a statement too. */
export function entryName(words: Words, ref: string, key: string, one: Entry, index: number, whole: boolean): string {
  const kind = ENTRIES[key] ?? 'entry'
  if (key === 'rows' && ref.startsWith('table/'))
    return `row “${sentenceOf(words.pack, `${ref}#${one.id}`).replace(/\.$/, '')}”`
  const said = shortened(saidOf(words, one) ?? one.id.replaceAll('_', ' '))
  if (key !== 'items') return `${kind} “${said}”`
  return whole ? `${kind} ${index + 1}: “${said}”` : `${kind} ${index + 1}`
}

/** The words of a step or entry. */
export const entryWords = (sides: Sides, value: unknown): string =>
  shortened((isMap(value) ? saidOf(sides.now, value) : null) ?? 'a step')

function saidOf(words: Words, value: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['title', 'says', 'ask', 'asks', 'do', 'end']) {
    const said = value[key]
    if (isSaid(key, said)) return words.whole(said)
  }
  const ref = value.decision ?? value.call ?? value.goto ?? value.run
  return typeof ref === 'string' ? words.thing(ref).replace(/[“”]/g, '') : null
}

const MOST = 90

const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text)
