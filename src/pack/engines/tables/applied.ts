import type { GivenFrom } from '../../types/given.ts'
import type { AskStep, Step } from '../../types/step.ts'
import type { Table } from '../../types/table.ts'
import type { Given } from './look-up.ts'
import { type Proposal, propose } from './proposal.ts'

/** The table behind a question, and where the value of each of its columns comes from. */
export interface Applies {
  readonly ref: `table/${string}`
  readonly table: Table
  readonly with: Readonly<Record<string, GivenFrom>>
}

/** A question whose answers are the outcomes of a table: what a table step becomes in a runnable pack. */
export type AppliedStep = AskStep & { readonly applies: Applies }

/** The table behind a step, if there is one. */
export const appliesOf = (step: Step): Applies | null => (isApplied(step) ? step.applies : null)

const isApplied = (step: Step): step is AppliedStep => 'ask' in step && 'applies' in step

/** What the table behind a question proposes for what is known. */
export function proposalOf(
  applies: Applies,
  fields: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
): Proposal {
  const given: Given = Object.fromEntries(
    Object.entries(applies.with).map(([column, from]) => [
      column,
      typeof from === 'object'
        ? from.value
        : plain(from.startsWith('answers.') ? answers[from.slice('answers.'.length)] : fields[from]),
    ]),
  )
  return propose(applies.ref, applies.table, given)
}

// A column takes one value: several at once hit no row, and a person decides.
const plain = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
