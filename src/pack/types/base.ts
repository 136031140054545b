import { z } from 'zod'

// Every object has a `constructor`: as an id it would seem to be defined everywhere.
/** An id: snake_case, because a hyphen is a minus sign in an expression. */
export const id = z
  .string()
  .regex(
    /^(?!constructor$)[a-z][a-z0-9_]{0,59}$/,
    'bad_id|Use small letters, digits and _ in an id, beginning with a letter.',
  )

/** A clause's own id, as the policy numbers it: `L-041`, `3.2.1`. */
export const clauseId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'bad_id|A clause id has letters, digits, dots and hyphens only.')

/** A language: `en`, `cy`, or a variant such as `en-easy` for easy-read. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{1,12})*$/, 'bad_language|Name a language like en or cy.')

/** Words for people: bare in the pack's base language, or one text for each language. */
export const text = oneOf('bad_text|Write a text, or one text for each language, like { en: …, cy: … }.', [
  z.string().min(1, 'empty_text|Write some words here.').max(20_000),
  z.record(language, z.string().min(1, 'empty_text|Write some words here.').max(20_000)),
])
export type Text = z.infer<typeof text>

/** An expression (CEL) over declared facts; `when`, `unless`, `needs`, `where`, `is` and proofs only. */
export const expression = z.string().min(1, 'empty_expression|Write what has to be true.').max(4_000)

/** The kinds of thing that a reference may name. */
export const refKinds = [
  'party',
  'signal',
  'list',
  'document',
  'grant',
  'record',
  'flow',
  'assent',
  'decision',
  'guard',
  'duty',
  'notify',
  'table',
  'measure',
  'action',
  'exception',
  'conduct',
  'report',
  'reading',
  'setting',
] as const
export type RefKind = (typeof refKinds)[number]

/** The kinds that can keep a clause. */
export const controlKinds = [
  'party',
  'list',
  'document',
  'record',
  'flow',
  'assent',
  'decision',
  'guard',
  'duty',
  'notify',
  'table',
  'measure',
  'action',
  'exception',
  'conduct',
  'report',
  'setting',
] as const satisfies readonly RefKind[]

/** A reference to one of some kinds of thing, such as `party/head` or `record/incident#closed`. */
export const ref = <const K extends RefKind>(...kinds: readonly K[]) => {
  const error = `bad_reference|Name ${kinds.map((kind) => `${kind}/…`).join(' or ')} here.`
  const pattern = new RegExp(
    `^(${kinds.join('|')})/(?!constructor(#|$))[a-z][a-z0-9_]{0,59}(#[A-Za-z0-9][A-Za-z0-9_.-]{0,59})?$`,
  )
  return z.templateLiteral([z.enum(kinds), '/', z.string()], { error }).check(z.regex(pattern, error))
}

/** A reference to anything a clause may be kept by. */
export const controlRef = ref(...controlKinds)

/** A count such as `2`, or a range such as `1..` or `2..4`, as text. */
export const range = z
  .string()
  .regex(/^\d{1,4}(\.\.(\d{1,4})?)?$/, 'bad_range|Write a count like "2", "1.." or "2..4".')

/**
 * One of several shapes, told apart by the key that only that shape has. The loader reports the faults of the shape
 * whose key was written, and `says` (as `rule|sentence`) when none was.
 */
export function oneOf<const T extends readonly [z.ZodType, z.ZodType, ...z.ZodType[]]>(says: string, shapes: T) {
  return z.union(shapes, { error: says })
}
