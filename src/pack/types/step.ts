import { z } from 'zod'
import { clauseId, expression, id, oneOf, range, ref, text } from './base.ts'
import { effect } from './effect.ts'
import { event } from './event.ts'
import { askedEvidence } from './evidence.ts'
import { field } from './field.ts'
import { column } from './given.ts'
import { late } from './late.ts'
import { amount, caseLimit } from './time.ts'
import { source } from './value.ts'
import { one, who, whoByCase } from './who.ts'

/** The id of a step of the same procedure, or `end`. */
const next = id

/** What may follow from a step for the school. */
export const followUps = ['duty', 'policy_change'] as const
export type FollowUp = (typeof followUps)[number]

const common = {
  /** A few words for the picture of the path. */
  title: text.optional(),
  hint: text.optional(),
  /** Who does it, in some cases perhaps somebody else; left out: who does the whole procedure. */
  by: whoByCase.optional(),
  needs: expression.optional(),
  when: expression.optional(),
  within: caseLimit.optional(),
  late: z.array(late).default([]),
  /** An emergency step: nothing may hold it back, and it may be recorded afterwards. */
  never_waits: z.boolean().default(false),
  two_people: z.boolean().default(false),
  witness: who.optional(),
  /** Who outside the case is told by it: it is done when that contact is written down, or why nobody was told where it is optional. */
  tells: who.optional(),
  effects: z.array(effect).default([]),
  fields: z.array(field).default([]),
  clauses: z.array(clauseId).default([]),
  /** What may follow from it for the school: a duty with an owner and a date, a change of the policy that is suggested. */
  follow_up: z.array(z.enum(followUps)).min(1).optional(),
  /** Where the step comes from, when the policy does not state it in so many words. */
  source: source.optional(),
}

/** May be marked not needed, with a reason. */
const optional = z.boolean().default(false)

/** One answer to a question, and where it leads. */
const answer = z.strictObject({
  id,
  says: text,
  hint: text.optional(),
  next,
  /** Who is not told when this is the answer: it asks for the reason. */
  leaves_untold: who.optional(),
  effects: z.array(effect).default([]),
  fields: z.array(field).default([]),
  clauses: z.array(clauseId).default([]),
})
export type Answer = z.infer<typeof answer>

/** A question. `choose: "1.."` lets several answers hold: their branches run side by side and meet at `join`. */
const askStep = z.strictObject({
  ask: text,
  answers: z.array(answer).min(2, 'answers|A question needs at least two answers.'),
  choose: range.default('1'),
  join: next.optional(),
  /** The question may be marked not needed, with a reason; where the path then goes on. */
  skip_to: next.optional(),
  ...common,
})

/** Something to be done. */
const doStep = z.strictObject({
  do: text,
  /** The item of evidence with which it is done. */
  evidence: askedEvidence.optional(),
  optional,
  next,
  ...common,
})

/**
 * Applies a table of outcomes: the row that fits the record proposes them. Whoever takes the step confirms them or departs,
 * with a reason for each that they add or leave out. What an outcome `does` follows by itself.
 */
const tableStep = z.strictObject({
  table: ref('table'),
  says: text,
  /** Where the value of each column comes from. */
  with: z.record(id, column),
  /** Where a chosen outcome leads in this chart; the branches run side by side and meet at `next`. */
  leads: z.record(id, next).default({}),
  next,
  ...common,
})

/** Waits for a yes or a no. `next` is where a yes leads. */
const decisionStep = z.strictObject({
  decision: ref('decision'),
  says: text.optional(),
  next,
  refused: next,
  ...common,
})

/**
 * Waits until something happens, or a body answers: one body, any of several, each of several, or those that a field of the
 * record names (its list says with party: which body a value stands for).
 */
export const waitStep = z.strictObject({
  wait_for: oneOf(
    'bad_wait|Name an event, or { party: party/police, says: their answer }; several as any_of, all_of or field.',
    [
      event,
      z.strictObject({ party: one, says: text }),
      z.strictObject({ any_of: z.array(one).min(2, 'any_or_all|any_of needs at least two.'), says: text }),
      z.strictObject({ all_of: z.array(one).min(2, 'any_or_all|all_of needs at least two.'), says: text }),
      /** `need`: whether each of them has to answer, or one is enough. */
      z.strictObject({ field: id, need: z.enum(['any', 'all']).default('all'), says: text }),
    ],
  ),
  says: text.optional(),
  /** After how long whoever takes the step is reminded to ask again, and again after as long, until the answer has come. */
  remind: amount.optional(),
  /** Steps that must not be done until the answer has come. */
  holds: z.array(id).default([]),
  give_up: z.strictObject({ after: amount, next }).optional(),
  optional,
  next,
  ...common,
})

/** Runs a procedure once for each person with a part, or each row, one beside the other, then goes on. */
const forEachStep = z.strictObject({
  for_each: oneOf('bad_for_each|Write { person_with: [part, …] } or { row: rows }.', [
    z.strictObject({ person_with: z.array(id).min(1, 'bad_for_each|Name at least one part.') }),
    z.strictObject({ row: id }),
  ]),
  run: ref('flow'),
  says: text.optional(),
  next,
  ...common,
})

/** Several branches at the same time; all meet at `join`. */
const parallelStep = z.strictObject({
  parallel: z.array(next).min(2, 'parallel|Name at least two steps.'),
  says: text.optional(),
  join: next,
  ...common,
})

/** Runs another procedure and comes back to `next`. */
const callStep = z.strictObject({ call: ref('flow'), says: text.optional(), optional, next, ...common })

/** Goes over to another procedure and does not come back. */
const gotoStep = z.strictObject({ goto: ref('flow'), says: text.optional(), ...common })

/** A question that is answered from facts and fields. The first case that is true decides; unknown takes `else`. */
const branchStep = z.strictObject({
  branch: z.array(z.strictObject({ when: expression, next })).min(1, 'branch|Give at least one case.'),
  else: next,
  says: text.optional(),
  ...common,
})

/** An end with an outcome of its own, beside the plain `end`. */
const endStep = z.strictObject({ end: text, outcome: id, ...common })

/** One step of a record or of a procedure; the first key tells its kind. */
const step = oneOf(
  'bad_step|A step says one of: ask, do, table, decision, wait_for, for_each, parallel, call, goto, branch, end.',
  [
    askStep,
    doStep,
    tableStep,
    decisionStep,
    waitStep,
    forEachStep,
    parallelStep,
    callStep,
    gotoStep,
    branchStep,
    endStep,
  ],
)
export type Step = z.infer<typeof step>
export type AskStep = z.infer<typeof askStep>
export type TableStep = z.infer<typeof tableStep>
export type DecisionStep = z.infer<typeof decisionStep>
export type WaitStep = z.infer<typeof waitStep>
export type ForEachStep = z.infer<typeof forEachStep>
export type ParallelStep = z.infer<typeof parallelStep>
export type CallStep = z.infer<typeof callStep>
export type GotoStep = z.infer<typeof gotoStep>

/** Steps by id. */
export const steps = z.record(id, step)
export type Steps = z.infer<typeof steps>
