import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { late } from './late.ts'
import { amount, caseLimit, dueAt, every } from './time.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** What shows that it was done. */
const proof = oneOf(
  'bad_proof|Write { record: record/… }, { covers: field, in: record/…, class: field, of: list/… }, { signed: assent/… }, { when: expression } or { attest: what is stated }.',
  [
    z.strictObject({ record: ref('record') }),
    /** Every value of a list has stood in `covers` of such a record, for the class that its field `class` names. */
    z.strictObject({
      covers: id,
      in: ref('record'),
      class: id,
      of: ref('list'),
      /** Of the list these values alone, or all but some. */
      only: z.array(id).min(1).optional(),
      except: z.array(id).default([]),
    }),
    z.strictObject({ signed: ref('assent') }),
    z.strictObject({ when: expression }),
    z.strictObject({ attest: text }),
  ],
)
export type Proof = z.infer<typeof proof>
export type CoversProof = Extract<Proof, { covers: string }>

/** Whom or what it is done for, once for each. */
const forEach = oneOf(
  'bad_for_each|Write school, site, class, person, holder, account or device, { item_of: record/…, held_by: field } or { holder_of: record/…, held_by: field }.',
  [
    /** `holder`: each person who holds the post that owns it does it. */
    z.enum(['school', 'site', 'class', 'person', 'holder', 'account', 'device']),
    /** Each open entry of a register, done by the person in one of its fields. */
    z.strictObject({ item_of: ref('record'), held_by: id }),
    /** Each person who stands in a field of an open entry of a register, however many entries name them. */
    z.strictObject({ holder_of: ref('record'), held_by: id }),
  ],
)
export type ForEach = z.infer<typeof forEach>

const common = {
  says: text,
  owner: who,
  for_each: forEach.optional(),
  /** Which classes or entries of the register: an expression over `class.…` or `item.…`. What cannot be told is not left out. */
  where: expression.optional(),
  /** The level of `levels` for which it is done once; left out, that of its owner. */
  per: id.optional(),
  for: ref('party').optional(),
  unless: expression.optional(),
  content: ref('report', 'document', 'record').optional(),
  /** A rule that protects children: no exception may ever lift it. */
  never_lifted: z.literal(true).optional(),
  proof,
  remind: z.array(amount).default([]),
  late: z.array(late).default([]),
  clauses: z.array(clauseId).default([]),
  ...origin,
}

/** From an event. */
const eventDuty = z.strictObject({ on: event, when: expression.optional(), within: caseLimit, ...common })

/** By the calendar. `spread: random` for checks that nobody must foresee. */
const calendarDuty = z.strictObject({
  every,
  due: dueAt.optional(),
  spread: z.enum(['fixed', 'random']).default('fixed'),
  ...common,
})

/** From a date on a record, such as `record/loan#due_back`. */
const dateDuty = z.strictObject({ from: ref('record'), within: caseLimit.optional(), ...common })

/** Duty, deadline, reminder and report: one construct. */
export const duty = oneOf(
  'bad_duty|A duty begins on an event (on), by the calendar (every) or from a date of a record (from).',
  [eventDuty, calendarDuty, dateDuty],
)
export type Duty = z.infer<typeof duty>
export type CalendarDuty = z.infer<typeof calendarDuty>
