import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Gap } from '../queries/list-gaps.ts'

/**
 * Says that a case went to the next school by itself, or why it need not go.
 * @throws Forbidden for whoever only reads the case, by row policy; Refused once it has been said.
 */
export async function settleGap(
  tx: Tx,
  actor: PersonActor,
  gap: Pick<Gap, 'id' | 'recordId' | 'settled'>,
  said: { readonly sent: boolean; readonly says: string },
): Promise<void> {
  if (gap.settled !== null) throw new Refused('pupil_file.gap.settled', 'This has been said already.')
  const changed = await tx
    .updateTable('app.pupil_file_gap')
    .set({ settled_by: actor.personId, settled_at: nowText(tx), ...said })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', gap.id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) === 0) throw new Forbidden('pupil_file.gap')
  recordEvent(tx, {
    code: said.sent ? 'pupil_file.case_sent' : 'pupil_file.case_stays',
    subject: { kind: 'pupil_file_gap', id: gap.id },
    recordId: gap.recordId,
    details: { says: said.says },
  })
}
