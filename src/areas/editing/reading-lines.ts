import { readingLevel, sentencesOf } from '#core/reading-level.ts'
import type { Place } from '#pack/edit/place.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Assent, AssentItem } from '#pack/types/assent.ts'
import type { Text } from '#pack/types/base.ts'
import type { Pack } from '#pack/types/pack.ts'
import { sayLanguage } from './languages.ts'

/** How hard an agreement, or one statement of it, is to read in each English of the pack; nothing for other parts. */
export function readingLines(pack: Pack, place: Place): string[] {
  const [holder, id = '', list, name] = place
  const assent = holder === 'assents' ? pack.assents[id] : undefined
  if (assent === undefined || (place.length > 2 && list !== 'items') || place.length > 4) return []
  const texts = place.length > 2 ? ofItem(assent.items.find((item) => item.id === name)) : ofAssent(assent)
  // The measure counts English syllables: it says nothing of Welsh.
  const languages = [pack.pack.language, ...pack.pack.languages].filter((one) => /^en\b/.test(one))
  return languages.flatMap((language) => {
    const line = readingLine(pack, texts, language)
    return line === null ? [] : [line]
  })
}

/** The same of an agreement in one language, for the page that shows it in that language. */
export const readingOf = (pack: Pack, assent: Assent, language: string): string | null =>
  /^en\b/.test(language) ? readingLine(pack, ofAssent(assent), language) : null

function readingLine(pack: Pack, texts: readonly Text[], language: string): string | null {
  const words = new Words(pack, language)
  const sentences = texts.flatMap((text) => sentencesOf(words.text(text)))
  const level = readingLevel(sentences)
  if (level.words === 0) return null
  const year = Math.max(1, Math.round(level.year))
  const reader = year > 13 ? 'harder than Year 13' : `for about Year ${year}`
  return `${upper(sayLanguage(language))}: ${reader}. The longest sentence is “${level.longest}”`
}

const ofItem = (item: AssentItem | undefined): Text[] =>
  item === undefined ? [] : [item.says, ...(item.hint === undefined ? [] : [item.hint])]

const ofAssent = (assent: Assent): Text[] => [
  ...(assent.intro === undefined ? [] : [assent.intro]),
  ...assent.items.flatMap(ofItem),
]
