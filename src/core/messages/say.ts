import { en } from './en.ts'

export type MessageKey = keyof typeof en

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type Values<Key extends MessageKey> = { readonly [Name in Placeholders<(typeof en)[Key]>]: string | number }
type Rest<Key extends MessageKey> = [Placeholders<(typeof en)[Key]>] extends [never] ? [] : [values: Values<Key>]

/** The texts by language. Another language is a line here; what it lacks is said in English. */
const languages: Readonly<Record<string, Readonly<Partial<Record<MessageKey, string>>>>> = { en }

/** The text of a key in a language, with its placeholders filled; the compiler knows which there are. */
export function say<Key extends MessageKey>(language: string, key: Key, ...rest: Rest<Key>): string {
  const text: string = languages[language]?.[key] ?? en[key]
  const values: Readonly<Record<string, string | number>> = rest[0] ?? {}
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
