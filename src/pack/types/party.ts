import { z } from 'zod'
import { expression, id, oneOf, range, ref, text } from './base.ts'
import { count, origin, settingRef } from './value.ts'
import { inCase } from './who.ts'

/** The kinds of people that a school knows. */
export const personKinds = ['pupil', 'parent', 'staff', 'governor', 'visitor', 'volunteer'] as const
export type PersonKind = (typeof personKinds)[number]

const common = { says: text, plural: text.optional(), ...origin }

/** People by facts, as at a date: `of` names their kind or kinds. */
const audience = z.strictObject({
  kind: z.literal('audience'),
  ...common,
  of: z.array(z.enum(personKinds)).min(1),
  when: expression.optional(),
  except: z.array(ref('party')).default([]),
})

/** What somebody may look after in the software: who belongs to the school and signs in, the duties of all, the mail that waits. */
const lookedAfter = ['people', 'duties', 'mail'] as const
export type LookedAfter = (typeof lookedAfter)[number]

/** The drawings by which a small child chooses whom to tell. */
const faceNames = ['teacher', 'head', 'online', 'helper'] as const
export type FaceName = (typeof faceNames)[number]

/** A post that a person holds for a period. */
const post = z.strictObject({
  kind: z.literal('post'),
  ...common,
  per: id.default('school'),
  holders: count.default('1'),
  required: z.boolean().default(true),
  /** What its holders look after for everybody, beside their duties: nobody else sees those pages. */
  looks_after: z.array(z.enum(lookedAfter)).default([]),
  /** The drawing of its holder for those who cannot read yet; without it, of a grown-up who helps. */
  picture: z.enum(faceNames).optional(),
  /** Who acts instead. Without `named_in_case` nobody could act in a case about the holder. */
  instead: z.strictObject({ away: ref('party').optional(), named_in_case: ref('party'), ...origin }).optional(),
})

/** A group of people with seats. */
const group = z.strictObject({
  kind: z.literal('group'),
  ...common,
  per: id.default('school'),
  chair: ref('party').optional(),
  seats: z.array(z.strictObject({ id, says: text, from: ref('party').optional(), count: count.default('1') })).min(1),
})

/** A body that decides by resolution, such as the governing body. */
const body = z.strictObject({
  kind: z.literal('body'),
  ...common,
  per: id.default('school'),
  members: ref('party').optional(),
  minute: z.enum(['required', 'optional']).default('required'),
})

/** Somebody found by following a relation from a person or thing. */
const relation = z.strictObject({
  kind: z.literal('relation'),
  ...common,
  path: z.enum(['line_manager', 'class_teacher', 'tutor', 'parents', 'owner', 'holder', 'maker']),
  of: z.string(),
  else: ref('party').optional(),
})

const NO_TEAM =
  'bad_range|Write how many ("2.."), or who they are: { part: investigator, count: "2.." } or { field: … }.'

/** How many there are of a team, and where its people are named in a record: in a part, or in a field. */
const teamPeople = oneOf(NO_TEAM, [
  range,
  settingRef,
  z.strictObject({ part: id, count: count.default('1..') }),
  z.strictObject({ field: id, count: count.default('1..') }),
])

/** People chosen for one case: whoever a part or a field of its record names. */
const caseTeam = z.strictObject({
  kind: z.literal('case_team'),
  ...common,
  people: teamPeople,
  from: ref('party'),
  never: z.array(z.enum(inCase)).default(['named_in_case']),
})

/** A body outside the school: it is told and asked, and can own nothing here. */
const outside = z.strictObject({
  kind: z.literal('outside'),
  ...common,
  contacts: z.array(z.enum(['phone', 'mail', 'web', 'post', 'in_person'])).default([]),
  keep: z.array(z.enum(['reference', 'person', 'told_at', 'reply', 'advice'])).default([]),
})

/** One notion of "who". A name is never in a pack. */
export const party = z.discriminatedUnion('kind', [audience, post, group, body, relation, caseTeam, outside], {
  error: 'bad_party|A party is of kind audience, post, group, body, relation, case_team or outside.',
})
export type Party = z.infer<typeof party>
