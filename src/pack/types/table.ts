import { z } from 'zod'
import { clauseId, id, oneOf, ref, text } from './base.ts'
import { valueType } from './field.ts'
import { type CertainTimes, certainTimes } from './time.ts'
import { origin, scalar } from './value.ts'

/** One column of conditions. */
const tableInput = z.strictObject({
  id,
  says: text,
  type: valueType,
  /** Whom a value is about: whoever looks something up is asked about their own first. */
  about: z.record(id, ref('party')).default({}),
})

/** What a mark comes to for whoever asks "May I?": `unsaid` where the policy is silent. */
const meanings = ['yes', 'times', 'ask', 'no', 'illegal', 'unsaid'] as const

/** A mark of a "May I?" table, and what it leads to. */
const mark = z.strictObject({
  id,
  says: text,
  /** May be left out where the mark leads to a record or decision: then one asks first. */
  means: z.enum(meanings).optional(),
  leads_to: ref('record', 'decision').optional(),
  /** The times of a mark that means at certain times, unless its row has its own. */
  at: certainTimes.optional(),
  breach: ref('list').optional(),
})

/** An outcome of an actions-and-sanctions table. */
const outcome = z.strictObject({
  id,
  says: text,
  strength: z.enum(['must', 'should', 'may']),
  does: ref('action', 'record', 'flow', 'notify', 'document').optional(),
})

/** One row. A condition left out matches anything. */
const tableRow = z.strictObject({
  id,
  when: z.record(
    id,
    oneOf('bad_value|Write a value, or a list of values.', [z.string(), z.number(), z.boolean(), z.array(z.string())]),
  ),
  mark: id.optional(),
  /** Several marks that hold at once: a locker in lessons, silent in breaks. */
  marks: z.array(id).default([]),
  outcomes: z.array(id).default([]),
  /** The times at which one may, where its mark means at certain times. */
  at: certainTimes.optional(),
  note: text.optional(),
  set: z.record(id, scalar).optional(),
  /** Where a single outcome of the row comes from, when that is another place than the row's own. */
  sources: z.record(id, z.strictObject(origin)).optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})

/** A decision table: facts in, a mark or outcomes out. */
export const table = z.strictObject({
  says: text,
  inputs: z.array(tableInput).min(1),
  marks: z.array(mark).default([]),
  outcomes: z.array(outcome).default([]),
  hit: z.enum(['most specific', 'first', 'all']),
  rows: z.array(tableRow).min(1),
  /** A rule that protects children: no exception may ever lift it. */
  never_lifted: z.literal(true).optional(),
  /** The mark of what no row covers. */
  otherwise: id.optional(),
  clauses: z.array(clauseId).default([]),
})
/** The marks of a row: its one mark, or several at once. */
export const marksOf = (row: z.infer<typeof tableRow>): readonly string[] =>
  row.mark === undefined ? row.marks : [row.mark, ...row.marks]
/** The times at which a mark of a row allows something: the row's own, or those of the mark; null where it has none. */
export const timesOf = (
  row: Pick<z.infer<typeof tableRow>, 'at'> | null,
  of: z.infer<typeof mark>,
): CertainTimes | null => (of.means === 'times' ? (row?.at ?? of.at ?? null) : null)
export type Table = z.infer<typeof table>
