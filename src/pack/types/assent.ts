import { z } from 'zod'
import { clauseId, expression, id, oneOf, ref, text } from './base.ts'
import { event, occasion, schedule } from './event.ts'
import { field } from './field.ts'
import { amount, amountSaying } from './time.ts'
import { origin, settingRef } from './value.ts'
import { who } from './who.ts'

/** Somebody who holds a post signs as well, being neither the person it is about nor a parent. */
const countersigns = z.strictObject({ of: ref('party') })

/** Whoever signs first names on the slip who countersigns: in one of its own questions for a person. */
const namedOnSlip = z.strictObject({ field: id })

/** Those who may act for a pupil, the person themselves, or whoever countersigns: holds a post, or is named on the slip. */
const asked = oneOf(
  'bad_asked|Write { of: parental_responsibility, need: any }, { of: self } or, to countersign, { of: party/head } or { field: host }.',
  [
    z.strictObject({ of: z.literal('parental_responsibility'), need: z.enum(['any', 'all']) }),
    z.strictObject({ of: z.literal('self') }),
    countersigns,
    namedOnSlip,
  ],
)

/** Who is asked: one, both at once (`all_of`), or one after the other (`in_order`). */
export const askedOf = oneOf(
  'bad_asked|Write { of: parental_responsibility, need: any }, { of: self }, { all_of: […] } or { in_order: […] }.',
  [
    z.strictObject({ of: z.literal('parental_responsibility'), need: z.enum(['any', 'all']) }),
    z.strictObject({ of: z.literal('self') }),
    z.strictObject({ all_of: z.array(asked).min(2) }),
    z.strictObject({ in_order: z.array(asked).min(2) }),
  ],
)

/** One statement, and how it is answered. */
export const item = z.strictObject({
  id,
  says: text,
  hint: text.optional(),
  answer: z.enum(['agree', 'yes_no', 'read', 'text', 'scale']).default('agree'),
  required: z.boolean().default(true),
  /** What an answer keeps. */
  clauses: z.array(clauseId).default([]),
  /** What it only says: something else keeps these, and a signature claims nothing for them. */
  states: z.array(clauseId).default([]),
})

const NO_LASTS =
  'bad_lasts|Write enrolment, post, school year, term, half term, until asked again, one occasion, a time like 12 months, or { until: field }.'

/** The people named in one record, in these parts of it. */
const namedInRecord = z.strictObject({ record: ref('record'), parts: z.array(id).min(1) })

/** How long an answer holds. */
const lasts = oneOf(NO_LASTS, [
  z.enum([
    'enrolment',
    'post',
    'school year',
    'term',
    'half term',
    'until asked again',
    'one occasion',
    'one item',
    'this version',
  ]),
  amountSaying(NO_LASTS),
  settingRef,
  z.strictObject({ until: id }),
])

/** What puts an answer in question until it is given again; of circumstances all, or only those of some kinds. */
const suspension = oneOf(
  'bad_event|Name an event like person.changed_parents, or { on: circumstances.changed, kinds: [list/circumstance#divorce] }.',
  [
    event,
    schedule,
    z.strictObject({
      on: z.literal('circumstances.changed'),
      /** Values of a list, or a whole list: each may be noted of a family, without saying more. */
      kinds: z.array(ref('list')).min(1),
    }),
  ],
)

/** Who is asked, about what, and how each item is answered: agreements, consents, receipts, consultations, surveys. */
export const assent = z.strictObject({
  says: text,
  intro: text.optional(),
  about: z.enum(['each_pupil', 'self']),
  /** The audience that the assent binds (with about each_pupil, pupils), or the people named in one record. */
  for: oneOf('bad_for|Name an audience party/…, or { record: record/…, parts: [part] }.', [
    ref('party'),
    namedInRecord,
  ]),
  asked: askedOf,
  items: z.array(item).min(1, 'empty_assent|Give at least one statement to agree to.'),
  /** What else stands on the slip, such as the job title. */
  fields: z.array(field).default([]),
  read_first: z.array(ref('document')).default([]),
  ways: z.array(z.enum(['link', 'sign_in', 'paper', 'class', 'in_person'])).min(1),
  asked_on: z.array(occasion).min(1),
  basis: z.enum(['consent', 'objection', 'acknowledgement', 'information']),
  /** What no answer means. The checker refuses an assent that does not say it. */
  silence: z.enum(['no', 'yes', 'not_given', 'nothing']).optional(),
  /** For objection: the letter that must have gone before silence counts as yes. */
  after_letter: ref('document').optional(),
  lasts: lasts,
  suspended_by: z.array(suspension).default([]),
  reminders: z
    .strictObject({
      first: amount,
      then_each: amount.optional(),
      at_most: z.number().int().min(1).max(20).default(3),
      then_tell: who.optional(),
    })
    .optional(),
  /** Who may take their answer back, how, and what begins at once when they do. */
  withdraw: z
    .strictObject({
      by: z.array(z.enum(['parent', 'pupil', 'self'])).min(1),
      /** `written`: on their own page, or in a letter, form or e-mail that the school has; `any`: by word of mouth as well. */
      how: z.enum(['any', 'written']).default('any'),
      /** Duties that are due and records that are opened; with the duties that hang on `assent/…#withdrawn`. */
      starts: z.array(ref('duty', 'record')).default([]),
    })
    .optional(),
  /** At each school so many signatures are enough; of each party of `among` somebody has to be one of them. */
  enough: z
    .strictObject({ least: z.number().int().min(1).max(500), among: z.array(ref('party')).default([]) })
    .optional(),
  /** Who may excuse somebody from signing, always with a reason. */
  excused_by: who.optional(),
  /** Who signs when the person cannot. */
  if_unable: oneOf('bad_party|Name party/… or parental_responsibility.', [
    z.literal('parental_responsibility'),
    ref('party'),
  ]).optional(),
  certificate: z
    .strictObject({ title: text.optional(), filed_in: z.enum(['pupil_file', 'staff_file', 'register']) })
    .optional(),
  /** A survey without names: that somebody has answered is known, what they answered is only counted. */
  anonymous: z.boolean().optional(),
  /** Of a survey without names: how long answers are taken. Nothing is shown before: figures that grow tell who came last. */
  open_for: amount.optional(),
  when: expression.optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
export type Assent = z.infer<typeof assent>
export type AssentItem = z.infer<typeof item>
export type AskedOf = z.infer<typeof askedOf>
export type Asked = z.infer<typeof asked>

/** The audience of an assent, or null when it is asked of the people named in a record. */
export const audienceOf = (assent: Assent): Extract<Assent['for'], string> | null =>
  typeof assent.for === 'string' ? assent.for : null
