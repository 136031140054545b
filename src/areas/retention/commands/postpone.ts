import { policyVersion } from '#areas/policy/index.ts'
import { actingAs } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { type Postponed, reasonUntil } from './postponed-day.ts'

/**
 * Keeps a record longer than the policy says, until a day, with the reason. Announced again it need not be: whoever postponed
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
  const reason = await reasonUntil(tx, input)
  await asSystem(tx, () =>
    tx
      .updateTable('app.record_expiry')
      .set({
        postponed_until: input.until.toString(),
        postponed_by: actor.personId,
        postponed_at: nowText(tx),
        postpone_reason: reason,
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('record_id', '=', row.id)
      .execute(),
  )
  recordEvent(tx, {
    code: `${row.kind}.erasure_postponed`,
    subject: { kind: 'record', id: row.id },
    recordId: row.id,
    policyVersionId: policy.id,
    details: { until: input.until.toString(), reason, was: row.expires_on },
  })
}
