import type { ColumnFrom } from '../../types/given.ts'
import type { AskStep, Step } from '../../types/step.ts'
import type { Table } from '../../types/table.ts'
import { type Counted, countEarlier, isEarlier, type KnownOfPeople, valueOfCount } from './counted.ts'
import type { Given } from './look-up.ts'
import { type Proposal, propose } from './proposal.ts'

/** The table behind a question, and where the value of each of its columns comes from. */
export interface Applies {
  readonly ref: `table/${string}`
  readonly table: Table
  readonly with: Readonly<Record<string, ColumnFrom>>
}

/** A question whose answers are the outcomes of a table: what a table step becomes in a runnable pack. */
export type AppliedStep = AskStep & { readonly applies: Applies }

/** The table behind a step, if there is one. */
export const appliesOf = (step: Step): Applies | null => (isApplied(step) ? step.applies : null)

const isApplied = (step: Step): step is AppliedStep => 'ask' in step && 'applies' in step

/** Whom a table is applied to, and what the software knows of the people of the record. */
export interface About {
  readonly person: string | null
  readonly known: KnownOfPeople
  /** What somebody counts instead of the software, by column, and why. */
  readonly instead?: Readonly<Record<string, NonNullable<Counted['instead']>>>
}

const NOBODY: About = { person: null, known: { earlier: [], kinds: {} } }

/** What the table behind a question proposes for what is known. */
export function proposalOf(
  applies: Applies,
  fields: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
  about: About = NOBODY,
): Proposal {
  const said: Given = Object.fromEntries(
    Object.entries(applies.with).flatMap(([column, from]) =>
      isEarlier(from) ? [] : [[column, valueFrom(from, fields, answers, about)]],
    ),
  )
  const counted = countsIn(applies, said, about)
  const values = Object.entries(counted).flatMap(([column, count]) => {
    const [input, from] = [applies.table.inputs.find(({ id }) => id === column), applies.with[column]]
    return input !== undefined && from !== undefined && isEarlier(from)
      ? [[column, valueOfCount(input, from, count)] as const]
      : []
  })
  const proposal = propose(applies.ref, applies.table, { ...said, ...Object.fromEntries(values) })
  return Object.keys(counted).length === 0 ? proposal : { ...proposal, counted }
}

function countsIn(applies: Applies, said: Given, about: About): Record<string, Counted> {
  return Object.fromEntries(
    Object.entries(applies.with).flatMap(([column, from]) => {
      if (!isEarlier(from)) return []
      const found = countEarlier(from, applies.ref, said, about.person, about.known.earlier)
      const instead = about.instead?.[column]
      if (found === null && instead === undefined) return []
      const count = found ?? { number: 0, records: [] }
      return [[column, instead === undefined || instead.number === count.number ? count : { ...count, instead }]]
    }),
  )
}

function valueFrom(
  from: Exclude<ColumnFrom, { earlier: unknown }>,
  fields: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
  { person, known }: About,
): string | number | boolean | null {
  if (typeof from === 'string')
    return plain(from.startsWith('answers.') ? answers[from.slice('answers.'.length)] : fields[from])
  if ('value' in from) return from.value
  return person === null ? null : (known.kinds[person] ?? null)
}

// A column takes one value: several at once hit no row, and a person decides.
const plain = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
