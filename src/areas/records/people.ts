import type { PolicyInForce } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { InPart, RunEvent } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { setWalls } from './kept-out.ts'

/** Somebody in a part of a record: a person of the school, or somebody described. */
export interface NewPerson {
  readonly part: string
  readonly personId: string | null
  readonly described: string | null
}

const DESCRIBED = 'described:'

/** Somebody as the engine knows them: who is only described stands under a name of their own. */
export const inPart = (person: NewPerson): InPart => ({
  person: person.personId ?? `${DESCRIBED}${person.described ?? ''}`,
  part: person.part,
})

/** Somebody as the record keeps them. */
export const fromPart = ({ person, part }: InPart): NewPerson =>
  person.startsWith(DESCRIBED)
    ? { part, personId: null, described: person.slice(DESCRIBED.length) }
    : { part, personId: person, described: null }

/**
 * Writes into the record whom an answer named or took out, and sets its walls and its circle by everybody who is in it now.
 * Runs as the system.
 */
export async function keepPeople(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly kind: string; readonly school_id: string; readonly circle: string },
  events: readonly RunEvent[],
): Promise<void> {
  const added = events.flatMap((event) => (event.kind === 'people_added' ? event.people : []))
  const removed = events.flatMap((event) => (event.kind === 'people_removed' ? event.people : []))
  if (added.length + removed.length === 0) return
  await insertPeople(tx, record.id, added.map(fromPart))
  for (const person of removed) await takeOut(tx, record.id, fromPart(person))
  await setWalls(tx, policy, record)
}

/** Writes people into a record. Runs as the system. */
export async function insertPeople(tx: Tx, recordId: string, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return
  const { clock, actor } = contextOf(tx)
  await tx
    .insertInto('app.record_person')
    .values(
      people.map((person) => ({
        organisation_id: actor.organisationId,
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

async function takeOut(tx: Tx, recordId: string, { personId, described, part }: NewPerson): Promise<void> {
  await tx
    .updateTable('app.record_person')
    .set({ removed_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('part', '=', part)
    .where('removed_at', 'is', null)
    .where((eb) => (personId === null ? eb('described', '=', described) : eb('person_id', '=', personId)))
    .execute()
}
