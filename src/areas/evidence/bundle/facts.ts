import { addressesOf, caseProps, namesOf, type RecordHome, readCaseFacts } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { currentSeal, type Seal } from '#platform/ledger/seal.ts'
import type { Evidence } from '../model/evidence.ts'
import { readEvidence } from '../queries/page-facts.ts'
import { schoolOf } from '../queries/record-at.ts'
import { ledgerProof, type ProvenEntry } from './ledger-proof.ts'

/** Everything that a bundle is made of, as it stands at one moment. */
export interface BundleFacts {
  readonly evidence: Evidence
  readonly page: ReturnType<typeof caseProps>
  readonly ledger: readonly ProvenEntry[]
  readonly seal: Seal
  readonly school: string
  readonly maker: string
  readonly at: Temporal.Instant
}

/** Reads what a bundle is made of. Whoever makes it has looked at all of it, and that is written down. */
export async function bundleFacts(tx: Tx, actor: PersonActor, recordId: string): Promise<BundleFacts> {
  const evidence = await readEvidence(tx, recordId)
  const home = homeOf(evidence.record.kind)
  const at = nowIn(tx)
  const found = await readCaseFacts(tx, actor, home, recordId)
  return {
    evidence,
    page: caseProps(home, found, at),
    ledger: await ledgerProof(tx, recordId),
    seal: await currentSeal(tx),
    school: await schoolOf(tx, recordId),
    maker: (await namesOf(tx, [actor.personId])).get(actor.personId) ?? '',
    at,
  }
}

const homeOf = (kind: string): RecordHome => ({
  audit: 'evidence.bundle',
  owns: () => true,
  noun: 'case',
  access: ['staff', 'governor'],
  list: () => '',
  paths: addressesOf(kind),
})
