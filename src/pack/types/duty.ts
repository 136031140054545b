import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { event } from './event.ts'
import { late } from './late.ts'
import { amount, caseLimit, dueAt, every } from './time.ts'
import { origin } from './value.ts'
import { who } from './who.ts'

/** What shows that it was done. */
export const proof = oneOf(
  'bad_proof|Write { record: record/… }, { signed: assent/… }, { when: expression } or { attest: what is stated }.',
  [
    z.strictObject({ record: ref('record') }),
    z.strictObject({ signed: ref('assent') }),
    z.strictObject({ when: expression }),
    z.strictObject({ attest: text }),
  ],
)
export type Proof = z.infer<typeof proof>

const common = {
  says: text,
  owner: who,
  for_each: z.enum(['school', 'site', 'class', 'person', 'account', 'device']).optional(),
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
export const eventDuty = z.strictObject({ on: event, when: expression.optional(), within: caseLimit, ...common })

/** By the calendar. `spread: random` for checks that nobody must foresee. */
export const calendarDuty = z.strictObject({
  every,
  due: dueAt.optional(),
  spread: z.enum(['fixed', 'random']).default('fixed'),
  ...common,
})

/** From a date on a record, such as `record/loan#due_back`. */
export const dateDuty = z.strictObject({ from: ref('record'), within: caseLimit.optional(), ...common })

/** Duty, deadline, reminder and report: one construct. */
export const duty = oneOf(
  'bad_duty|A duty begins on an event (on), by the calendar (every) or from a date of a record (from).',
  [eventDuty, calendarDuty, dateDuty],
)
export type Duty = z.infer<typeof duty>
export type EventDuty = z.infer<typeof eventDuty>
export type CalendarDuty = z.infer<typeof calendarDuty>
export type DateDuty = z.infer<typeof dateDuty>
