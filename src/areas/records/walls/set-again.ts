import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { flowContext } from '../flow-context.ts'
import { setWalls } from '../kept-out.ts'
import { letInByStep } from '../let-in.ts'
import { loadRun } from '../run-store.ts'
import { applySight } from '../sight.ts'

/** A record whose walls change, closed or not: who reads a closed case has to be kept from it as well. */
export async function lockForWalls(tx: Tx, actor: PersonActor, recordId: string) {
  const record = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference', 'school_id', 'circle', 'state', 'category', 'files_locked'])
    .select(['policy_version_id', 'opened_by'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', recordId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  return { record, policy: await policyVersion(tx, record.policy_version_id, record.school_id) }
}
export type WalledRecord = Awaited<ReturnType<typeof lockForWalls>>['record']

/** @throws Forbidden for whoever does not handle records of this kind. */
export async function assertHandles(
  tx: Tx,
  policy: PolicyInForce,
  actor: PersonActor,
  record: { readonly kind: string; readonly circle: string; readonly opened_by: string | null },
): Promise<void> {
  const parties = await actingAs(tx, policy, actor.personId, { ...record, openedBy: record.opened_by })
  if (!parties.includes('handler')) throw new Forbidden(`${record.kind}.wall`)
}

/** Sets walls, circle, and who is let in by an open step or by sight, by the walls as they stand now. Runs as the system. */
export async function setAgain(tx: Tx, policy: PolicyInForce, record: WalledRecord): Promise<void> {
  await setWalls(tx, policy, record)
  if (record.state === 'open') {
    const run = await loadRun(tx, record.id)
    const open = openSteps(policy.pack, run, await flowContext(tx, policy, record))
    await letInByStep(tx, policy, record, { open, ended: false })
  }
  await applySight(tx, policy, record.id)
}
