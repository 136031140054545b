import { z } from 'zod'
import { clauseId, ref, text } from './base.ts'
import { origin } from './value.ts'

/** A rule of conduct that no software can hold: published, acknowledged, and linked to an incident category. */
export const conduct = z.strictObject({
  says: text,
  for: z.array(ref('party')).min(1),
  acknowledged_in: z.array(ref('assent')).default([]),
  /** The value of a list that a breach is recorded under, such as `list/incident_kind#shared_login`. */
  breach: ref('list').optional(),
  /** A rule that protects children: no exception may ever lift it. */
  never_lifted: z.literal(true).optional(),
  clauses: z.array(clauseId).default([]),
  ...origin,
})
