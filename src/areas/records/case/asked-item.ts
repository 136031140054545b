import { kindsTaken, lacksOf } from '#pack/engines/flow/evidence.ts'
import { sayEvidence, sayEvidenceOf } from '#pack/sentences/evidence-words.ts'
import type { Case } from '../queries/read-case.ts'
import type { StepOnPage } from './step-on-page.ts'

/** What the page of a step says of the item of evidence that it asks for. */
export interface AskedItem {
  readonly says: string
  /** Those with which it can be done now. */
  readonly fits: readonly { readonly id: string; readonly says: string }[]
  /** Those of the right kind that somebody has not signed for. */
  readonly waits: readonly { readonly href: string; readonly says: string; readonly why: string }[]
  readonly adds: readonly { readonly href: string; readonly says: string }[]
}

/** What a step asks of the evidence of its case; null where it asks for nothing. */
export function askedItem({ id: record, evidence }: Case, step: StepOnPage): AskedItem | null {
  const asked = step.evidence
  if (asked === null || step.second) return null
  const kinds = kindsTaken(asked, evidence)
  const right = evidence.items.filter(({ kind }) => kinds.includes(kind))
  const witness = asked.witness === 'required' ? 'whoever took it and whoever was there' : 'whoever took it'
  return {
    says: `This is done with ${sayEvidenceOf(kinds)}, once ${witness} ${asked.witness === 'required' ? 'have' : 'has'} signed for it.`,
    fits: right.filter((item) => lacksOf(asked, item, evidence) === null).map(({ id, says }) => ({ id, says })),
    waits: right.flatMap((item) => {
      const why = lacksOf(asked, item, evidence)
      return why === null ? [] : [{ href: `/evidence/${item.id}`, says: item.says, why }]
    }),
    adds: kinds.map((kind) => ({
      href: `/evidence/of/${record}/add/${kind}?step=${encodeURIComponent(step.key)}`,
      says: `Add ${sayEvidence(kind)}`,
    })),
  }
}
