import { z } from 'zod'
import { oneOf, ref } from './base.ts'
import { dueAt, every } from './time.ts'

/** Events that the platform itself knows. */
export const builtInEvents = [
  'person.joined',
  'person.left',
  'person.changed_class',
  'person.changed_school',
  'person.changed_year',
  'person.took_post',
  'person.left_post',
  'person.changed_parents',
  'account.made',
  'school_year.started',
  'term.started',
  'guidance.new_edition',
  'technology.changed',
  'circumstances.changed',
] as const

/**
 * Something that happens: one of the platform's own, a signal, or a moment of a thing, such as `record/incident#opened`,
 * `record/incident#<step>`, `assent/pupil_rules#signed`, `document/policy#published`, `decision/head_agrees#refused`.
 */
export const event = oneOf(
  `bad_event|Name ${builtInEvents.slice(0, 3).join(', ')} … or a moment like record/incident#opened.`,
  [
    z.enum(builtInEvents),
    ref(
      'signal',
      'record',
      'flow',
      'assent',
      'document',
      'decision',
      'guard',
      'duty',
      'action',
      'exception',
      'measure',
    ),
  ],
)

/** A date that comes round: every so often, at a point of the period. */
export const schedule = z.strictObject({ every, due: dueAt.optional() })

/** Somebody takes one post: of all that may be taken only this counts. */
const postTaken = z.strictObject({ on: z.literal('person.took_post'), post: ref('party') })

/** An event, the taking of one post, or a date that comes round. */
export const occasion = oneOf(
  'bad_event|Name an event, { on: person.took_post, post: party/head } or { every: school year, due: 1 September }.',
  [event, postTaken, schedule],
)
export type Occasion = z.infer<typeof occasion>

/** Moments that every thing of a kind has, beside its own steps, dates and fields. */
export const builtInMoments = {
  record: ['opened', 'changed', 'closed', 'voided', 'end'],
  flow: ['started', 'end'],
  assent: ['asked', 'signed', 'refused', 'withdrawn', 'expired'],
  document: ['published', 'material_change', 'approved', 'review_due'],
  decision: ['asked', 'agreed', 'refused', 'expired'],
  guard: ['opened', 'closed'],
  duty: ['due', 'done', 'late'],
  action: ['taken', 'lifted'],
  exception: ['allowed', 'ended'],
  measure: ['checked', 'failed'],
} as const
