import type { Answer, Mark } from '#pack/engines/tables/look-up.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { windowsOf } from '#pack/time/read.ts'
import type { Window } from '#pack/time/windows.ts'
import { marksOf, timesOf } from '#pack/types/table.ts'

/** What an answer comes to for whoever asks. */
export type Meaning = NonNullable<Mark['means']>

const STRICTEST: readonly Meaning[] = ['illegal', 'no', 'ask', 'times', 'yes', 'unsaid']

/** What a mark comes to: one that leads somewhere is asked for first. */
const meaningOf = (mark: Mark): Meaning => mark.means ?? (mark.leads_to === undefined ? 'unsaid' : 'ask')

/** The mark that decides: the strictest, where a table lets several hold. None where the policy is silent. */
export const decidingMark = (answer: Answer): Mark | null =>
  answer.marks.toSorted((a, b) => STRICTEST.indexOf(meaningOf(a)) - STRICTEST.indexOf(meaningOf(b)))[0] ?? null

/** The times at which an answer is a yes: none where it names none, and null while the school has not said them. */
export function timesIn(answer: Answer): readonly Window[] | null {
  const mark = decidingMark(answer)
  if (mark === null) return []
  const row = answer.rows.find((one) => one.at !== undefined && marksOf(one).includes(mark.id)) ?? null
  const times = timesOf(row, mark)
  return times === null ? [] : windowsOf(times)
}

/** The answer in a word or two. */
const MEANS: Readonly<Record<Meaning, string>> = {
  yes: 'Yes',
  times: 'At certain times',
  ask: 'Only with permission',
  no: 'No',
  illegal: 'No. It is against the law',
  unsaid: 'The policy does not say',
}

/** The same for a child. */
const EASY_MEANS: Readonly<Record<Meaning, string>> = {
  yes: 'Yes, you may',
  times: 'Sometimes',
  ask: 'Ask first',
  no: 'No',
  illegal: 'No, never. It is against the law',
  unsaid: 'The rules do not say',
}

export const meansSays = (means: Meaning, language: string): string =>
  (language === 'en-easy' ? EASY_MEANS : MEANS)[means]

/** One answer as pages show it. */
export interface Verdictish {
  readonly means: Meaning
  /** The policy's own words for it; null where they only repeat the answer. */
  readonly says: string | null
  readonly notes: readonly string[]
}

/** The answer, the policy's own words and what it adds. */
export function verdictOf(answer: Answer, language: string): Verdictish {
  const mark = decidingMark(answer)
  const means = mark === null ? 'unsaid' : meaningOf(mark)
  const says = mark === null ? null : wordsOf(mark.says, language)
  const title = meansSays(means, language)
  return {
    means,
    says: says === null || says.toLowerCase() === title.toLowerCase() ? null : says,
    notes: answer.rows.flatMap((row) => (row.note === undefined ? [] : [wordsOf(row.note, language)])),
  }
}
