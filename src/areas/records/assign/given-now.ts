import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** That somebody gives something to somebody now: what the row of a case and that of a concern have alike. */
export const givenNow = (tx: Tx, actor: PersonActor, personId: string) => ({
  organisation_id: actor.organisationId,
  id: newId(contextOf(tx).clock),
  person_id: personId,
  given_by: actor.personId,
  given_at: nowText(tx),
})
