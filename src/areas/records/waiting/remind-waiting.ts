import { sql } from 'kysely'
import { writeNotices } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { remindersSince } from '#pack/engines/duties/late.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { addressesOf } from '../derived-homes.ts'
import { flowContext } from '../flow-context.ts'
import { loadRun } from '../run-store.ts'
import { whoTakes } from './who-takes.ts'

/**
 * Reminds whoever takes a step that waits for an answer to ask again: once in each period that the policy's `remind` names,
 * until the answer has come. Of several periods that have passed only the last is said. The line names nobody: it is read on
 * a list. Run as the system.
 * @returns how many notices are new.
 */
export async function remindWaiting(tx: Tx, _system: SystemActor): Promise<number> {
  let told = 0
  for (const record of await waitingRecords(tx)) {
    const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
    const context = await flowContext(tx, policy, record)
    for (const step of openSteps(policy.pack, await loadRun(tx, record.id), context)) {
      if (step.remind === null || step.early) continue
      const nth = remindersSince(step.remind, step.since, nowIn(tx), context.calendar)
      if (nth > 0) told += await remind(tx, policy, record, step, nth)
    }
  }
  return told
}

async function remind(tx: Tx, policy: PolicyInForce, record: Waiting, step: OpenStep, nth: number): Promise<number> {
  const readers = await whoTakes(tx, policy, record, step)
  const fresh = await writeNotices(
    tx,
    readers.map((readerId) => ({
      readerId,
      code: `record.waits/${step.key}/${nth}`,
      says: `Still no answer in ${record.reference}: ${textOf(step.title ?? step.says)}. Ask again.`,
      href: addressesOf(record.kind).step.to(record.id, step.key),
      subject: { kind: 'record', id: record.id },
      party: null,
      clauses: step.clauses,
      urgent: false,
    })),
  )
  if (fresh.length > 0)
    recordEvent(tx, {
      code: `${record.kind}.reminded`,
      subject: { kind: 'record', id: record.id },
      recordId: record.id,
      policyVersionId: policy.id,
      clauses: step.clauses,
      details: { step: step.key, nth, readers: fresh.map((notice) => notice.readerId) },
    })
  return fresh.length
}

interface Waiting {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly circle: string
  readonly school_id: string
  readonly policy_version_id: string
  readonly opened_by: string | null
}

/** The open records in which a step stands open whose name is that of a step that reminds, under their policy. */
async function waitingRecords(tx: Tx): Promise<Waiting[]> {
  const { organisationId } = contextOf(tx).actor
  const versions = await tx
    .selectFrom('app.record')
    .select('policy_version_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .execute()
  const found: Waiting[] = []
  for (const { policy_version_id } of versions) {
    const { pack } = await policyVersion(tx, policy_version_id, null)
    const steps = remindingSteps(pack)
    if (steps.length === 0) continue
    const { rows } = await sql<Waiting>`
      select r.id, r.kind, r.reference, r.circle, r.school_id, r.policy_version_id, r.opened_by
        from app.record r
       where r.organisation_id = ${organisationId} and r.policy_version_id = ${policy_version_id} and r.state = 'open'
         and exists (select 1 from app.record_step s where s.organisation_id = r.organisation_id and s.record_id = r.id
                        and s.step = any (${steps}::text[]))
       order by r.id`.execute(tx)
    found.push(...rows)
  }
  return found
}

const remindingSteps = (pack: Pack): string[] =>
  [...Object.values(pack.flows), ...Object.values(pack.records)].flatMap(({ steps }) =>
    Object.entries(steps).flatMap(([id, step]) => ('wait_for' in step && step.remind !== undefined ? [id] : [])),
  )
