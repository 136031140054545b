import type { Difference } from './difference.ts'
import { isMap, keysOf } from './equal.ts'
import { labelOf, TEXTS } from './labels.ts'
import { markWords } from './mark-words.ts'
import { isSpelling } from './spelling.ts'

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{1,12})*$/

/** Words for people: bare, or one text for each language. */
export type Said = string | Readonly<Record<string, string>>

/** Whether what stands under this name is words for people. */
export const isSaid = (key: string, value: unknown): value is Said =>
  TEXTS.has(key) &&
  (typeof value === 'string' ||
    (isMap(value) && Object.entries(value).every(([name, text]) => LANGUAGE.test(name) && typeof text === 'string')))

/** What reads differently, language by language. `base` is the language of bare words. */
export function wordsDiffer(
  where: { readonly path: string; readonly trail: string; readonly base: string },
  key: string,
  before: Said,
  after: Said,
): Difference[] {
  const [old, now] = [byLanguage(before, where.base), byLanguage(after, where.base)]
  return keysOf(old, now).flatMap((language) => {
    const [was, is] = [old[language] ?? '', now[language] ?? '']
    if (was === is) return []
    const spelling = isSpelling(was, is)
    const name = language === where.base ? '' : ` (${LANGUAGES[language] ?? language})`
    const subject = key === 'says' || key === 'asks' ? '' : labelOf(key)
    const does = was === '' ? 'added' : is === '' ? 'taken out' : spelling ? 'spelt differently' : 'reworded'
    return [
      {
        path: language === where.base ? where.path : `${where.path}/${language}`,
        says: [where.trail, `${`${subject} ${does}`.trim()}${name}`].filter((part) => part !== '').join(': '),
        nature: spelling ? 'spelling' : 'wording',
        marks: markWords(was, is),
        before: was,
        after: is,
      } as const,
    ]
  })
}

const LANGUAGES: Readonly<Record<string, string>> = { 'en-easy': 'easy-read', cy: 'Welsh', en: 'English' }

const byLanguage = (said: Said, base: string): Readonly<Record<string, string>> =>
  typeof said === 'string' ? { [base]: said } : said
