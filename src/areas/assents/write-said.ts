import type { PersonActor } from '#core/actor.ts'
import type { AssentStanding } from '#pack/engines/assents/standing.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { clausesOf } from './agreement-text.ts'
import type { Naming } from './named-on-slip.ts'
import type { Request } from './request.ts'
import type { Matter } from './settle.ts'
import { settle, withSaid } from './settle.ts'
import type { NewSignature } from './write-signature.ts'
import { writeSignature } from './write-signature.ts'

/** How the ledger calls what was said, and what it keeps of it beside the asking and whoever said it. */
export interface SaidEntry {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Writes what somebody said to an asking, works out how it stands then, and enters it in the ledger. The asking is locked, and
 * `named` are those whom the slip names to countersign.
 */
export async function writeSaid(
  tx: Tx,
  actor: PersonActor,
  { request, matter }: { readonly request: Request; readonly matter: Matter },
  said: NewSignature,
  entry: SaidEntry,
  named: Naming['people'] = {},
): Promise<{ signatureId: string; standing: AssentStanding }> {
  const signatureId = await writeSignature(tx, actor, request, said)
  const standing = await asSystem(tx, () => settle(tx, request, withSaid(matter, request, said, named)))
  recordEvent(tx, {
    code: entry.code,
    subject: { kind: 'signature', id: signatureId },
    personId: request.aboutId,
    policyVersionId: request.policyVersionId,
    clauses: clausesOf(matter.assent),
    details: { assent: request.assent, request: request.id, signer: said.signerId, ...entry.details },
  })
  return { signatureId, standing }
}
