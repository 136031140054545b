import type { Table } from '../../types/table.ts'

type Input = Table['inputs'][number]

/** The value of a column that is about whoever asks, by the parties they belong to; the first that is declared. */
export const ownValue = (input: Input, parties: readonly string[]): string | null =>
  Object.entries(input.about).find(([, party]) => parties.includes(party))?.[0] ?? null

/** Whether a value concerns whoever asks: it is about nobody in particular, or about a party of theirs. */
export const concerns = (input: Input, value: string, parties: readonly string[]): boolean => {
  const party = input.about[value]
  return party === undefined || parties.includes(party)
}
