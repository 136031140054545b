import { en } from './en.ts'

export type MessageKey = keyof typeof en

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type Values<Key extends MessageKey> = { readonly [Name in Placeholders<(typeof en)[Key]>]: string | number }
type Rest<Key extends MessageKey> = [Placeholders<(typeof en)[Key]>] extends [never] ? [] : [values: Values<Key>]

/** Another language as data: any of the keys, each with the same placeholders. What is missing is said in English. */
export type Language = Readonly<Partial<Record<MessageKey, string>>>

const languages = new Map<string, Language>()

/**
 * Adds a language.
 * @throws RangeError for a text whose placeholders are not those of the English one.
 */
export function addLanguage(code: string, language: Language): void {
  for (const [key, text] of Object.entries(language)) {
    if (namesIn(text).join() !== namesIn(en[key as MessageKey]).join())
      throw new RangeError(`${code}: ${key} has other placeholders than English`)
  }
  languages.set(code, language)
}

/** The text of a key in a language, with its placeholders filled; the compiler knows which there are. */
export function say<Key extends MessageKey>(language: string, key: Key, ...rest: Rest<Key>): string {
  const text: string = languages.get(language)?.[key] ?? en[key]
  const values: Readonly<Record<string, string | number>> = rest[0] ?? {}
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
