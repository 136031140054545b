import { assertKeepsPeople } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { readVisitor } from '../queries/list-visitors.ts'

/**
 * A visitor does not come any more: from today they belong to no school, and nothing is asked of them. What they signed stays.
 * @throws Forbidden for whoever does not keep the people; NotFound for somebody who is no visitor.
 */
export async function endVisit(tx: Tx, actor: PersonActor, personId: string): Promise<void> {
  await assertKeepsPeople(tx)
  await readVisitor(tx, personId)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate().toString()
  await asSystem(tx, () =>
    tx
      .updateTable('app.person_membership')
      .set({ until_on: today })
      .where('organisation_id', '=', actor.organisationId)
      .where('person_id', '=', personId)
      .where('kind', 'in', ['visitor', 'volunteer'])
      .where('until_on', 'is', null)
      .where('from_on', '<=', today)
      .execute(),
  )
  recordEvent(tx, {
    code: 'visitor.left',
    subject: { kind: 'person', id: personId },
    personId,
    details: { until: today },
  })
  await enqueue(tx, 'end_agreements', { about: [personId] })
}
