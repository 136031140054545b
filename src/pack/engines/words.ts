import type { Text } from '../types/base.ts'

/** A text in a language; a bare text is in the base language, and a missing one falls back to it, then to any. */
export function wordsOf(text: Text, language = 'en'): string {
  if (typeof text === 'string') return text
  return text[language] ?? text[language.split('-')[0] ?? ''] ?? text.en ?? Object.values(text)[0] ?? ''
}
