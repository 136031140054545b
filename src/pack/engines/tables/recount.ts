import type { Applies } from './applied.ts'
import type { Counted } from './counted.ts'
import { isEarlier, valueOfCount } from './counted.ts'
import { type Proposal, propose } from './proposal.ts'

/** What a table proposes when somebody counts otherwise than the software, by column. */
export function recount(
  { ref, table, with: columns }: Applies,
  proposal: Proposal,
  counts: Readonly<Record<string, NonNullable<Counted['instead']>>>,
): Proposal {
  const counted: Record<string, Counted> = {}
  const given = { ...proposal.given }
  for (const [column, { number, records }] of Object.entries(proposal.counted ?? {})) {
    const [input, from, instead] = [table.inputs.find(({ id }) => id === column), columns[column], counts[column]]
    const count: Counted = { number, records, ...(instead === undefined ? {} : { instead }) }
    counted[column] = count
    if (input !== undefined && from !== undefined && isEarlier(from)) given[column] = valueOfCount(input, from, count)
  }
  return { ...propose(ref, table, given), counted }
}
