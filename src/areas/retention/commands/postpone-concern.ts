import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { lookingAfter } from '../queries/settled-concerns.ts'
import { type Postponed, postponement, toldOf } from './postponement.ts'

/**
 * Keeps a settled concern longer than the policy says, until a day, with the reason.
 * @throws NotFound for whoever may not see it; Forbidden for whoever does not look after it; Refused for the wrong day.
 */
export async function postponeConcern(
  tx: Tx,
  actor: PersonActor,
  input: Postponed & { readonly concernId: string },
): Promise<void> {
  const row = await tx
    .selectFrom('app.concern_expiry as x')
    .innerJoin('app.concern as c', (join) =>
      join.onRef('c.organisation_id', '=', 'x.organisation_id').onRef('c.id', '=', 'x.concern_id'),
    )
    .select(['c.id', 'c.circle', 'c.policy_version_id', 'x.expires_on'])
    .where('x.organisation_id', '=', actor.organisationId)
    .where('x.concern_id', '=', input.concernId)
    .executeTakeFirstOrThrow(() => new NotFound('retention.missing'))
  const handlers = await asSystem(tx, () => lookingAfter(tx, row))
  if (!handlers.includes(actor.personId)) throw new Forbidden('retention.postpone')
  const written = await postponement(tx, actor, input)
  await asSystem(tx, () =>
    tx
      .updateTable('app.concern_expiry')
      .set(written)
      .where('organisation_id', '=', actor.organisationId)
      .where('concern_id', '=', row.id)
      .execute(),
  )
  recordEvent(tx, {
    code: 'concern.erasure_postponed',
    subject: { kind: 'concern', id: row.id },
    policyVersionId: row.policy_version_id,
    details: toldOf(written, row.expires_on),
  })
}
