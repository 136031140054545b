import type { Table } from '../../types/table.ts'
import type { Counted } from './counted.ts'
import { type Given, lookUp } from './look-up.ts'

/** What a table proposes for one case, kept with what somebody decided on it. */
export interface Proposal {
  readonly table: `table/${string}`
  /** What the row was found by. */
  readonly given: Given
  /** The rows that were hit; none where the table says nothing about the case. */
  readonly rows: readonly string[]
  readonly clauses: readonly string[]
  readonly outcomes: readonly { readonly id: string; readonly strength: 'must' | 'should' | 'may' }[]
  /** What the software counted, by column. */
  readonly counted?: Readonly<Record<string, Counted>>
}

/** Looks a case up and says what its rows propose. */
export function propose(ref: `table/${string}`, table: Table, given: Given): Proposal {
  const { rows, outcomes, clauses } = lookUp(table, given)
  return {
    table: ref,
    given,
    rows: rows.map((row) => row.id),
    clauses: rows.length === 0 ? [] : clauses,
    outcomes: outcomes.map(({ id, strength }) => ({ id, strength })),
  }
}

/** Where somebody departs from a proposal. What may follow can be left out without departing. */
export interface Departures {
  readonly added: readonly string[]
  readonly leftOut: readonly string[]
}

/** What was chosen beyond the proposal, and what it wants that was not. */
export function departuresFrom(proposal: Pick<Proposal, 'outcomes'>, chosen: readonly string[]): Departures {
  const proposed = new Set(proposal.outcomes.map((one) => one.id))
  return {
    added: chosen.filter((id) => !proposed.has(id)),
    leftOut: proposal.outcomes.filter((one) => one.strength !== 'may' && !chosen.includes(one.id)).map((one) => one.id),
  }
}
