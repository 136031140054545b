import { columnsOf } from '#pack/engines/tables/cases.ts'
import type { Given } from '#pack/engines/tables/look-up.ts'
import { lookUp } from '#pack/engines/tables/look-up.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { sayWindows } from '#pack/time/windows.ts'
import type { Pack } from '#pack/types/pack.ts'
import { paths } from '../paths.ts'
import type { Question } from './questions.ts'
import type { Verdictish } from './verdict-of.ts'
import { meansSays, timesIn, verdictOf } from './verdict-of.ts'

/** A whole table as a grid: rows by its first column, columns by its second. */
export interface Grid {
  /** What holds for all of it, where a table has more than two columns. */
  readonly title: string | null
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly { readonly means: Verdictish['means']; readonly says: string; readonly href: string }[]
  }[]
}

/** The grids of a table: one, or one for each combination of its third and later columns. */
export function gridsOf(pack: Pack, { id, table }: Question, language: string): Grid[] {
  const [down, across, ...rest] = columnsOf(pack, table)
  if (down === undefined) return []
  const cell = (given: Given) => {
    const answer = lookUp(table, given)
    const { means, says } = verdictOf(answer, language)
    const plain = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))
    const when = timesIn(answer) ?? []
    const said = `${says ?? meansSays(means, language)}${when.length === 0 ? '' : `: ${sayWindows(when)}`}`
    return { means, says: said, href: paths.answer.to(id, plain) }
  }
  const fixed = rest.reduce<{ given: Record<string, string>; says: string[] }[]>(
    (found, column) =>
      found.flatMap((one) =>
        column.values.map((value) => ({
          given: { ...one.given, [column.id]: value.id },
          says: [...one.says, wordsOf(value.says, language)],
        })),
      ),
    [{ given: {}, says: [] }],
  )
  return fixed.map(({ given, says }) => ({
    title: says.length === 0 ? null : says.join(', '),
    head: [
      wordsOf(down.input.says, language),
      ...(across === undefined ? ['Answer'] : across.values.map((value) => wordsOf(value.says, language))),
    ],
    rows: down.values.map((row) => ({
      name: wordsOf(row.says, language),
      cells:
        across === undefined
          ? [cell({ ...given, [down.id]: row.id })]
          : across.values.map((column) => cell({ ...given, [down.id]: row.id, [across.id]: column.id })),
    })),
  }))
}
