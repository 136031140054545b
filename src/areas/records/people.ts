import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** Somebody in a part of a record: a person of the school, or somebody described. */
export interface NewPerson {
  readonly part: string
  readonly personId: string | null
  readonly described: string | null
}

/** Writes people into a record, and a wall for each who must neither see it nor act in it. Runs as the system. */
export async function insertPeople(
  tx: Tx,
  organisationId: string,
  recordId: string,
  people: readonly NewPerson[],
  walled: readonly string[],
): Promise<void> {
  const { clock } = contextOf(tx)
  if (people.length > 0) {
    await tx
      .insertInto('app.record_person')
      .values(
        people.map((person) => ({
          organisation_id: organisationId,
          id: newId(clock),
          record_id: recordId,
          person_id: person.personId,
          described: person.described,
          part: person.part,
          added_at: nowText(tx),
        })),
      )
      .execute()
  }
  if (walled.length > 0) {
    await tx
      .insertInto('app.record_wall')
      .values(
        walled.map((personId) => ({
          organisation_id: organisationId,
          record_id: recordId,
          person_id: personId,
          because: 'named',
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
