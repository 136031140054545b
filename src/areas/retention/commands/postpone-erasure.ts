import { policyVersion } from '#areas/policy/index.ts'
import { actingAs } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { type Postponed, postponement, toldOf } from './postponement.ts'

/**
 * Keeps a record longer than the policy says, until a day, with the reason. It need not be announced again: whoever postponed
 * it knows the day.
 * @throws Forbidden for whoever does not handle it; Refused for a day in the past or more than a year ahead.
 */
export async function postponeErasure(
  tx: Tx,
  actor: PersonActor,
  input: Postponed & { readonly recordId: string },
): Promise<void> {
  const row = await tx
    .selectFrom('app.record_expiry as x')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'x.organisation_id').onRef('r.id', '=', 'x.record_id'),
    )
    .select(['r.id', 'r.kind', 'r.circle', 'r.opened_by', 'r.school_id', 'r.policy_version_id', 'x.expires_on'])
    .where('x.organisation_id', '=', actor.organisationId)
    .where('x.record_id', '=', input.recordId)
    .executeTakeFirstOrThrow(() => new NotFound('retention.missing'))
  const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
  const parties = await actingAs(tx, policy, actor.personId, { ...row, openedBy: row.opened_by })
  if (!parties.includes('handler')) throw new Forbidden('retention.postpone')
  const written = await postponement(tx, actor, input)
  await asSystem(tx, () =>
    tx
      .updateTable('app.record_expiry')
      .set(written)
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', row.id)
      .execute(),
  )
  recordEvent(tx, {
    code: `${row.kind}.erasure_postponed`,
    subject: { kind: 'record', id: row.id },
    recordId: row.id,
    policyVersionId: policy.id,
    details: toldOf(written, row.expires_on),
  })
}
