import { z } from 'zod'

/** The kinds of evidence that a step can ask for. */
export const EVIDENCE_KINDS = ['file', 'screenshot', 'web', 'printed', 'device', 'described'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** An item of evidence that a step asks for: the step is done with the item, once everybody has signed for it. */
export const askedEvidence = z.strictObject({
  /** An item of one of these kinds. Its own form asks for its label, and who took it. */
  kinds: z.array(z.enum(EVIDENCE_KINDS)).min(1, 'bad_evidence|Name at least one kind of evidence.'),
  /** Whether somebody has to have been there and sign as well. */
  witness: z.enum(['required', 'optional']).default('optional'),
})
export type AskedEvidence = z.infer<typeof askedEvidence>
