import { writeNotices } from '#areas/notices/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { paths } from '../paths.ts'

interface Given {
  readonly id: string
  readonly recordId: string
  readonly reference: string
  readonly dueAt: Temporal.Instant
}

/** Lets whoever hears a complaint read the case, and tells them that it waits. */
export async function giveTo(tx: Tx, hearer: { personId: string; post: string }, one: Given): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .insertInto('app.record_reader')
      .values({
        organisation_id: contextOf(tx).actor.organisationId,
        record_id: one.recordId,
        person_id: hearer.personId,
        because: 'complaint',
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'record_id', 'person_id', 'because']).doUpdateSet({ until: null }),
      )
      .execute()
    const day = sayFullDate(one.dueAt.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate())
    await writeNotices(tx, [
      {
        readerId: hearer.personId,
        code: 'complaint.to_hear',
        says: `A complaint about how ${one.reference} was handled waits for you. Answer it by ${day}`,
        href: paths.one.to(one.id),
        subject: { kind: 'case_complaint', id: one.id },
        party: hearer.post,
        clauses: [],
        urgent: false,
      },
    ])
  })
}
