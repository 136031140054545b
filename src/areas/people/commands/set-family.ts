import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'

/** What the school knows of an adult and a child: what they are to each other, and whether the adult may act for the child. */
export async function setFamilyLink(
  tx: Tx,
  actor: Actor,
  input: { adultId: string; childId: string; relationship: string; maySign: boolean },
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('app.family_link')
      .set({ relationship: input.relationship, may_sign: input.maySign })
      .where('organisation_id', '=', actor.organisationId)
      .where('adult_id', '=', input.adultId)
      .where('child_id', '=', input.childId)
      .where('until_on', 'is', null)
      .execute(),
  )
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'family.link_set',
    subject: { kind: 'person', id: input.childId },
    personId: input.childId,
    details: { ...input },
  })
}
