import type { Case } from '#areas/records/index.ts'
import { actingAs, mayChange } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { linkedCases } from './linked-cases.ts'

type Linked = Pick<Case, 'id' | 'kind' | 'circle' | 'openedBy' | 'policy'>

/** Whether somebody handles a case, and so may say what belongs with it. */
export const handlesCase = async (tx: Tx, actor: PersonActor, one: Linked): Promise<boolean> =>
  (await actingAs(tx, one.policy, actor.personId, one)).includes('handler') && (await mayChange(tx, one.id))

/** Another case as its number or an address names it; null where this person may see none of that number. */
export async function findCase(tx: Tx, typed: string): Promise<{ id: string; reference: string } | null> {
  const reference = /[a-z]+-\d+/i.exec(typed)?.[0].toUpperCase()
  if (reference === undefined) return null
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.reference'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', '=', 'incident')
    .where('r.reference', '=', reference)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Links a case to another that the one who acts may see, with the reason. It is shown on both, to whoever may see both.
 * @throws Forbidden for whoever does not handle the case; Refused when they are linked already.
 */
export async function linkCases(
  tx: Tx,
  actor: PersonActor,
  input: { readonly one: Linked; readonly otherId: string; readonly reason: string },
): Promise<{ readonly id: string }> {
  const { one, otherId } = input
  if (!(await handlesCase(tx, actor, one))) throw new Forbidden('incident.link')
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('incident.link.no_reason', 'Say why they belong together.')
  if (otherId === one.id) throw new Refused('incident.link.itself', 'A case cannot be linked to itself.')
  if ((await linkedCases(tx, one.id)).some((link) => link.caseId === otherId))
    throw new Refused('incident.link.again', 'These two cases are linked already.')
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.record_link')
    .values({
      organisation_id: actor.organisationId,
      id,
      record_id: one.id,
      other_id: otherId,
      reason,
      linked_by: actor.personId,
      linked_at: nowText(tx),
    })
    .execute()
  noteLink(tx, 'incident.linked', id, [one.id, otherId], reason)
  return { id }
}

/**
 * Takes a link away again, with the reason. That it was there stays known to whoever may see both cases.
 * @throws NotFound for whoever may not see both; Forbidden for whoever does not handle the case.
 */
export async function unlinkCases(
  tx: Tx,
  actor: PersonActor,
  input: { readonly one: Linked; readonly linkId: string; readonly reason: string },
): Promise<void> {
  const { one, linkId } = input
  if (!(await handlesCase(tx, actor, one))) throw new Forbidden('incident.link')
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('incident.link.no_reason', 'Say why they do not belong together.')
  const link = (await linkedCases(tx, one.id)).find((candidate) => candidate.id === linkId)
  if (link === undefined) throw new NotFound('incident.link.missing')
  await tx
    .updateTable('app.record_link')
    .set({ ended_by: actor.personId, ended_at: nowText(tx), end_reason: reason })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', linkId)
    .where('ended_at', 'is', null)
    .execute()
  noteLink(tx, 'incident.unlinked', linkId, [one.id, link.caseId], reason)
}

// In the history of both cases, behind the link itself: whoever sees one case alone does not learn that there is another.
function noteLink(tx: Tx, code: string, id: string, records: readonly string[], reason: string): void {
  for (const recordId of records)
    recordEvent(tx, { code, subject: { kind: 'record_link', id }, recordId, details: { reason } })
}
