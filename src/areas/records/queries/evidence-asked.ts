import type { PolicyInForce } from '#areas/policy/index.ts'
import { kindsTaken } from '#pack/engines/flow/evidence.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import type { EvidenceKind } from '#pack/types/evidence.ts'
import type { Tx } from '#platform/database/tx.ts'
import { flowContext } from '../flow-context.ts'
import { loadRun } from '../run-store.ts'
import { evidenceAtHand, type RecordWithEvidence } from './evidence-at-hand.ts'

/** What an open step of a record asks of an item of evidence; null when it is not open, or asks for another kind. */
export async function evidenceAsked(
  tx: Tx,
  policy: PolicyInForce,
  record: RecordWithEvidence & { readonly school_id: string },
  key: string,
  kind: EvidenceKind,
): Promise<{ readonly witness: boolean } | null> {
  const open = openSteps(policy.pack, await loadRun(tx, record.id), await flowContext(tx, policy, record))
  const asked = open.find((step) => step.key === key)?.evidence ?? null
  if (asked === null) return null
  const taken = kindsTaken(asked, await evidenceAtHand(tx, policy.pack, record))
  return taken.includes(kind) ? { witness: asked.witness === 'required' } : null
}
