import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { breakGlass } from './break-glass.ts'
import { complaints } from './complaints.ts'
import { field } from './field.ts'
import { personKinds } from './party.ts'
import { reopening } from './reopening.ts'
import { repeats } from './repeats.ts'
import { sight } from './sight.ts'
import { steps } from './step.ts'
import { support } from './support.ts'
import { amount, keep } from './time.ts'
import { count, origin, scalar } from './value.ts'
import { who, whoByCase } from './who.ts'

/** A part that people have in a record, such as victim or instigator. */
const part = z.strictObject({
  id,
  says: text,
  of: z.array(z.enum(personKinds)).default([]),
  /** People in this part neither see the case nor act in it. */
  kept_out: z.boolean().default(false),
})

/** A list inside a form. */
const rows = z.strictObject({ id, says: text, fields: z.array(field).min(1), count: count.default('0..') })

/** A column of the list page and of its CSV: fields of the record, or the words below. */
const column = z.strictObject({
  says: text,
  shows: z.array(z.string()).min(1),
})

/** What a column may show beside fields. */
export const builtInColumns = [
  'reference',
  'opened_at',
  'opened_by',
  'school',
  'state',
  'people',
  'actions',
  'reasons',
  'outcome',
  'source',
] as const

/** A look-up: the thing that the record is about. */
const about = z.strictObject({
  id,
  says: text.optional(),
  from: ref('record', 'party'),
  where: expression.optional(),
})

/** A date that a record sets, and what begins on it. */
const dateCommon = {
  id,
  says: text.optional(),
  from: z.string(),
  starts: z.array(ref('duty', 'record', 'flow', 'notify')).default([]),
}
const recordDate = oneOf(
  'bad_date|Say how long after (after) or before (before) its from the date stands, or what holds from then (from_then).',
  [
    z.strictObject({ ...dateCommon, after: amount }),
    z.strictObject({ ...dateCommon, before: amount }),
    /** What holds from that moment on; nothing is due by it. */
    z.strictObject({ id, from_then: text, from: z.string() }),
  ],
)

/** An entry that the policy brings along: it is in the register from the first version that has it. */
const entry = z.strictObject({ id, fields: z.record(id, scalar) })

/** Which fields of a register of contacts say whom it helps and how to reach it: it stands under Where to get help. */
const contacts = z.strictObject({
  /** A field of a list whose values say with `for` whom they mean. */
  helps: id,
  offers: id.optional(),
  phone: id.optional(),
  web: id.optional(),
})

/** A register, request, log, checklist, loan or case: one construct, one store, one engine. */
export const record = z.strictObject({
  says: text,
  plural: text.optional(),
  opened_by: who.optional(),
  /** Who handles it, in some cases perhaps somebody else. */
  handled_by: whoByCase.optional(),
  about: z.array(about).default([]),
  parts: z.array(part).default([]),
  fields: z.array(field).default([]),
  rows: z.array(rows).default([]),
  start: id.optional(),
  steps: steps.default({}),
  dates: z.array(recordDate).default([]),
  columns: z.array(column).default([]),
  /** What the policy brings along; the school adds its own beside it, and changes these. */
  entries: z.array(entry).default([]),
  contacts: contacts.optional(),
  sight: z.array(sight).default([]),
  break_glass: breakGlass.optional(),
  reopening: reopening.optional(),
  complaints: complaints.optional(),
  support: support.optional(),
  repeats: repeats.optional(),
  /**
   * The step of it from which on an entry is the ground on which a device in evidence is opened or searched: what is asked before it
   * is answered. Where a policy has a record with it, no device is opened without an entry.
   */
  opens_devices_from: id.optional(),
  /** Opening one is itself noted, with a reason when so said. */
  reading: z.enum(['noted', 'noted_with_reason']).optional(),
  keep: keep.optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type RecordKind = z.infer<typeof record>
