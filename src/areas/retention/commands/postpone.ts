import { policyVersion, readSettings } from '#areas/policy/index.ts'
import { actingAs } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

/** What is still needed after that is said again: nothing is kept for ever by postponing it once. */
export const MOST_MONTHS = 12

/**
 * Keeps a record longer than the policy says, until a day, with the reason. Announced again it need not be: whoever postponed
 * it knows the day.
 * @throws Forbidden for whoever does not handle it; Refused for a day in the past or more than a year ahead.
 */
export async function postponeErasure(
  tx: Tx,
  actor: PersonActor,
  input: { readonly recordId: string; readonly until: Temporal.PlainDate; readonly reason: string },
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
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('retention.no_reason', 'Say why it is still needed.')
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const last = today.add({ months: MOST_MONTHS })
  if (Temporal.PlainDate.compare(input.until, today) <= 0 || Temporal.PlainDate.compare(input.until, last) > 0)
    throw new Refused(
      'retention.day',
      'Choose a day within a year from today. What is needed after that is said again.',
    )
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
