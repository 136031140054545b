import { z } from 'zod'
import { clauseId, controlRef, id, ref, text } from './base.ts'

/** The kinds that the catalogues use. */
export const clauseKinds = [
  'notice',
  'duty',
  'config',
  'gate',
  'record',
  'approval',
  'report',
  'deadline',
  'right',
  'flow',
  'matrix',
] as const

/** One promise of the policy. `planned` names controls that are not built: such a clause is *not yet*. */
export const clause = z.strictObject({
  id: clauseId,
  section: id.optional(),
  says: text,
  binds: z.array(ref('party')).default([]),
  strength: z.enum(['must', 'should', 'may']),
  kind: z.enum(clauseKinds),
  area: z.string().optional(),
  kept_by: z.array(controlRef),
  planned: z.array(controlRef).default([]),
  note: text.optional(),
})
export type Clause = z.infer<typeof clause>

/** A section of the policy as published. */
export const section = z.strictObject({ id, title: text, under: id.optional(), intro: text.optional() })

/** A control that is named and not built yet. */
export const plannedControl = z.strictObject({ ref: controlRef, says: text })
