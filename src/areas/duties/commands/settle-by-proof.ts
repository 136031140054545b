import { audienceContext, personFacts } from '#areas/people/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { Proof } from '#pack/types/duty.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { readKey } from '../key.ts'
import { missingOf } from '../queries/covered.ts'

interface OpenDuty {
  readonly id: string
  readonly duty: string
  readonly key: string
  readonly school_id: string | null
  readonly record_id: string | null
  readonly policy_version_id: string
  readonly starts_at: string
}

/**
 * Marks duties as done whose proof is not a person's word but a fact: a signature that is there, an expression that has
 * come true, a programme that a class has been through. Run as the system. @returns how many.
 */
export async function settleByProof(tx: Tx, today: Temporal.PlainDate): Promise<number> {
  const open = await tx
    .selectFrom('app.duty')
    .select(['id', 'duty', 'key', 'school_id', 'record_id', 'policy_version_id', 'starts_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .where('starts_at', '<=', nowText(tx))
    .execute()
  let settled = 0
  for (const one of open) {
    const { pack } = await policyVersion(tx, one.policy_version_id, one.school_id)
    const duty = pack.duties[one.duty]
    if (duty === undefined || 'attest' in duty.proof || 'record' in duty.proof) continue
    const doneAt = await provenAt(tx, one, duty.proof, today)
    if (doneAt !== null && (await settle(tx, one, doneAt, duty.clauses))) settled += 1
  }
  return settled
}

async function provenAt(tx: Tx, one: OpenDuty, proof: Proof, asAt: Temporal.PlainDate): Promise<string | null> {
  const { subject } = readKey(one.key)
  if ('signed' in proof) return signedAt(tx, proof.signed.slice('assent/'.length), subject)
  if ('covers' in proof) {
    const { pack } = await policyVersion(tx, one.policy_version_id, one.school_id)
    const startsAt = Temporal.Instant.from(one.starts_at)
    const missing = await missingOf(tx, proof, { pack, schoolId: one.school_id, classId: subject, startsAt })
    return missing.length === 0 ? nowText(tx) : null
  }
  if (!('when' in proof)) return null
  const person = (await personFacts(tx, [subject])).get(subject)
  if (person === undefined) return null
  const { pack } = await policyVersion(tx, one.policy_version_id, one.school_id)
  return audienceContext(pack).judge(proof.when, { person, asAt }) === 'yes' ? nowText(tx) : null
}

async function signedAt(tx: Tx, assent: string, aboutId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.assent_request')
    .select('settled_at')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('assent', '=', assent)
    .where('about_id', '=', aboutId)
    .where('state', '=', 'signed')
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.settled_at ?? null
}

// Whoever did it at the same moment has their name on it.
async function settle(tx: Tx, one: OpenDuty, doneAt: string, clauses: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('app.duty')
    .set({ state: 'done', done_at: doneAt })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', one.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  recordEvent(tx, {
    code: 'duty.proved',
    subject: { kind: 'duty', id: one.id },
    ...(one.record_id === null ? {} : { recordId: one.record_id }),
    policyVersionId: one.policy_version_id,
    clauses: [...clauses],
    details: { duty: one.duty, doneAt },
  })
  return true
}
