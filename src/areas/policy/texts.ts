import type { Pack } from '#pack/types/pack.ts'

type Text = Pack['pack']['title']

/** A text of the pack in the wished language, or in its base language when it has none. */
export function textOf(text: Text, language = 'en'): string {
  if (typeof text === 'string') return text
  const values: Readonly<Record<string, string | undefined>> = text
  return values[language] ?? values.en ?? Object.values(values).find((value) => value !== undefined) ?? ''
}
