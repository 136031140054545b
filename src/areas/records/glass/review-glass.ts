import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { everInIt } from '../queries/ever-in-it.ts'
import { shutGlass } from './shut-glass.ts'

/** What whoever looked at it found. */
export const FOUND = ['right', 'wrong'] as const

const AGAIN = new Refused('record.glass.again', 'Somebody has looked at this already.')

/**
 * Says, as one of those who were told, whether opening a record in an emergency was right. Was it not, it is shut at once.
 * @throws Forbidden for everybody else, also for whoever opened it.
 */
export async function reviewGlass(
  tx: Tx,
  actor: PersonActor,
  input: { readonly id: string; readonly found: (typeof FOUND)[number]; readonly says: string },
): Promise<void> {
  const row = await tx
    .selectFrom('app.record_glass as g')
    .select(['g.id', 'g.record_id', 'g.person_id', 'g.alerted', 'g.reviewed_at'])
    .where('g.organisation_id', '=', actor.organisationId)
    .where('g.id', '=', input.id)
    .executeTakeFirstOrThrow(() => new NotFound('record.glass.missing'))
  if (!row.alerted.includes(actor.personId)) throw new Forbidden('record.glass.review')
  if (row.reviewed_at !== null) throw AGAIN
  // Named in it meanwhile: somebody else looks.
  if ((await asSystem(tx, () => everInIt(tx, row.record_id))).includes(actor.personId))
    throw new Forbidden('record.glass.review')
  const says = input.says.trim()
  if (says === '') throw new Refused('record.glass.no_words', 'Say what you found.')
  await asSystem(tx, async () => {
    const { numUpdatedRows } = await tx
      .updateTable('app.record_glass')
      .set({ reviewed_by: actor.personId, reviewed_at: nowText(tx), found: input.found, review_says: says })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', row.id)
      .where('reviewed_at', 'is', null)
      .executeTakeFirstOrThrow()
    // Two looked at the same time: what the first of them said stands.
    if (numUpdatedRows === 0n) throw AGAIN
    if (input.found === 'wrong') await shutGlass(tx, row.record_id, row.person_id)
  })
  recordEvent(tx, {
    code: 'record.glass_reviewed',
    subject: { kind: 'record', id: row.record_id },
    recordId: row.record_id,
    details: { glass: row.id, found: input.found, says },
  })
}
