import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Complaint, Outcome } from '../complaint.ts'

/**
 * Answers a complaint, as the one who hears it. From then on they read the case no longer for its sake.
 * @throws Refused when it waits for somebody else, or was answered.
 */
export async function answerComplaint(
  tx: Tx,
  actor: PersonActor,
  input: { readonly complaint: Pick<Complaint, 'id' | 'recordId'>; readonly outcome: Outcome; readonly answer: string },
): Promise<void> {
  const { complaint, outcome, answer } = input
  // The row policy lets whoever hears it alone, and nobody who has come into the case meanwhile.
  const changed = await tx
    .updateTable('app.case_complaint')
    .set({ outcome, answer, answered_by: actor.personId, answered_at: nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', complaint.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) === 0)
    throw new Refused('complaint.not_yours', 'This complaint waits for somebody else, or has been answered.')
  await asSystem(tx, () => endReading(tx, complaint.recordId, actor.personId))
  recordEvent(tx, {
    code: 'complaint.answered',
    subject: { kind: 'case_complaint', id: complaint.id },
    details: { outcome },
  })
}

/** Ends what somebody reads of a case for the sake of a complaint, unless another one still waits for them. Runs as the system. */
export async function endReading(tx: Tx, recordId: string, personId: string): Promise<void> {
  await sql`update app.record_reader set until = least(${nowText(tx)}::timestamptz, now())
     where organisation_id = app.current_organisation() and record_id = ${recordId} and person_id = ${personId}
       and because = 'complaint' and until is null
       and not exists (select 1 from app.case_complaint c
                        where c.organisation_id = record_reader.organisation_id and c.record_id = record_reader.record_id
                          and c.heard_by = record_reader.person_id and c.answered_at is null)`.execute(tx)
}
