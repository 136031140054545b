import { casesOf, stillToAsk } from '#pack/engines/tables/cases.ts'
import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Asker } from '../asker.ts'
import type { Question } from './questions.ts'
import { questionsOf, sayCase } from './questions.ts'

/** A case that plain words found. */
export interface Found {
  readonly question: Question
  readonly given: Record<string, string>
}

const EMPTY = new Set(
  'a an and am allowed are at be bring can could do does for have i if in into is it me may my of on or our please school should somebody the to use using we when will with you your'.split(
    ' ',
  ),
)

// Words that people use for the same thing.
const SAME: readonly (readonly string[])[] = [
  ['phone', 'mobile', 'smartphone', 'telephone'],
  ['photo', 'photograph', 'picture', 'image', 'camera', 'selfie'],
  ['email', 'e-mail', 'mail'],
  ['pupil', 'student', 'child', 'children', 'kid'],
  ['staff', 'teacher', 'adult'],
  ['game', 'gaming'],
  ['lesson', 'class'],
  ['film', 'video', 'youtube'],
]
const first = new Map(SAME.flatMap((group) => group.map((word) => [stem(word), stem(group[0] ?? word)] as const)))

/** The words of a text that carry meaning, each in its plain form. */
const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [])
    .filter((word) => !EMPTY.has(word))
    .map(stem)
    .map((word) => first.get(word) ?? word)

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const LONG_ENOUGH = 4
const alike = (a: string, b: string): boolean =>
  a === b || (a.length >= LONG_ENOUGH && b.startsWith(a)) || (b.length >= LONG_ENOUGH && a.startsWith(b))

const MOST_FOUND = 12

/** The cases that fit plain words best, such as "phone in lesson"; nothing when no word is known. */
export function searchCases(pack: Pack, asker: Pick<Asker, 'parties' | 'language'>, text: string): Found[] {
  const wanted = [...new Set(wordsIn(text))]
  if (wanted.length === 0) return []
  const scored = questionsOf(pack).flatMap((question) =>
    casesOf(pack, question.table).map(({ given }) => ({
      question,
      given,
      score: scoreOf(pack, question, given, asker, wanted),
    })),
  )
  const best = Math.max(0, ...scored.map((one) => one.score))
  if (best < 1) return []
  const found = new Map<string, Found>()
  for (const { question, given } of scored.filter((one) => one.score === best)) {
    const short = withoutIdle(pack, question, given)
    found.set(JSON.stringify([question.id, short]), { question, given: short })
    if (found.size === MOST_FOUND) break
  }
  return [...found.values()]
}

type Case = ReturnType<typeof casesOf>[number]['given']

function scoreOf(
  pack: Pack,
  { table }: Question,
  given: Case,
  asker: Pick<Asker, 'parties' | 'language'>,
  wanted: readonly string[],
): number {
  const said = wordsIn(`${sayCase(pack, table, given, 'en')} ${sayCase(pack, table, given, asker.language)}`)
  const title = wordsIn(wordsOf(table.says, 'en'))
  const hits = wanted.filter((word) => said.some((one) => alike(word, one))).length
  if (hits === 0) return 0
  const inTitle = wanted.some((word) => title.some((one) => alike(word, one))) ? 0.1 : 0
  // What is about other people comes after what is about whoever asks, unless the words name them.
  const others = table.inputs.some((input) => {
    const party = input.about[String(given[input.id])]
    return party !== undefined && !asker.parties.includes(party)
  })
  return hits + inTitle - (others ? 0.5 : 0)
}

/** A case without the columns that do not change its answer. */
function withoutIdle(pack: Pack, { table }: Question, given: Case): Record<string, string> {
  let short = { ...given }
  for (const { id } of table.inputs) {
    const { [id]: _left, ...rest } = short
    if (stillToAsk(pack, table, rest).length === 0) short = rest
  }
  return Object.fromEntries(Object.entries(short).map(([id, value]) => [id, String(value)]))
}
