import { columnsOf } from '#pack/engines/tables/cases.ts'
import type { Given } from '#pack/engines/tables/look-up.ts'
import { ownValue } from '#pack/engines/tables/own.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { valueSays } from '#pack/sentences/table-row.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Table } from '#pack/types/table.ts'
import type { Asker } from '../asker.ts'

/** A table that answers "May I?", under its id. */
export interface Question {
  readonly id: string
  readonly table: Table
}

/** The tables of a policy that say whether one may. Tables of what follows answer another question. */
export const questionsOf = (pack: Pack): Question[] =>
  Object.entries(pack.tables)
    .filter(([, table]) => table.marks.length > 0)
    .map(([id, table]) => ({ id, table }))

/** What an address says of a case, without anything that the table does not know. */
export function givenFrom(pack: Pack, table: Table, query: Readonly<Record<string, unknown>>): Record<string, string> {
  const known = columnsOf(pack, table).flatMap(({ id, values }) => {
    const value = query[id]
    return typeof value === 'string' && values.some((one) => one.id === value) ? [[id, value] as const] : []
  })
  return Object.fromEntries(known)
}

/** One column as a choice: what concerns whoever asks stands first. */
export interface Choice {
  readonly id: string
  readonly says: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
}

/** The columns of a table as choices, with what was chosen, or else what is about whoever asks. */
export const choicesOf = (
  pack: Pack,
  table: Table,
  { parties, language }: Pick<Asker, 'parties' | 'language'>,
  given: Given | null,
): Choice[] =>
  columnsOf(pack, table).map(({ id, input, values }) => {
    const everyone = values.length === Object.keys(input.about).length
    const mine = (value: string) => input.about[value] === undefined || parties.includes(input.about[value])
    const ordered = [...values.filter((one) => mine(one.id)), ...values.filter((one) => !mine(one.id))]
    const chosen = given === null ? (everyone ? ownValue(input, parties) : null) : (given[id] ?? null)
    return {
      id,
      says: wordsOf(input.says, language),
      options: ordered.map((one) => ({ value: one.id, text: wordsOf(one.says, language) })),
      value: chosen === null ? '' : String(chosen),
    }
  })

/** A case in words: the values that are known, in the order of the columns. */
export const sayCase = (pack: Pack, table: Table, given: Given, language: string): string =>
  table.inputs
    .flatMap((input) => {
      const value = given[input.id]
      return value === undefined || value === null
        ? []
        : [wordsOf(valueSays(pack, input.type, String(value)), language)]
    })
    .join(', ')
