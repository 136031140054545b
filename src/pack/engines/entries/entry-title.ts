import type { RecordKind } from '../../types/record.ts'
import { wordsOf } from '../words.ts'

const WORDS: ReadonlySet<string> = new Set(['text', 'long_text', 'url', 'email', 'phone', 'place', 'reference'])
const MOST_LETTERS = 120

/** What an entry is called in lists: the first thing in it that is words, or what its register is about. */
export function entryTitle(record: RecordKind, fields: Readonly<Record<string, unknown>>): string {
  const [first] = record.fields.flatMap((field) => {
    const value = WORDS.has(field.type) ? fields[field.id] : undefined
    return typeof value === 'string' && value.trim() !== '' ? [value.trim().replaceAll(/\s+/g, ' ')] : []
  })
  const title = first ?? wordsOf(record.says)
  return title.length <= MOST_LETTERS ? title : `${title.slice(0, MOST_LETTERS - 1).replace(/\s+\S*$/, '')}…`
}
