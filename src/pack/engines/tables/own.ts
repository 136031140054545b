import type { Table } from '../../types/table.ts'

type Input = Table['inputs'][number]

/** The value of a column that is about whoever asks, by the parties they belong to; the first that is declared. */
export const ownValue = (input: Input, parties: readonly string[]): string | null =>
  Object.entries(input.about).find(([, party]) => parties.includes(party))?.[0] ?? null
