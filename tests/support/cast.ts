import { type OpenRecord, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'

/** Looks up the people of a test by the names that it gives them; whoever is not there is a fault of the test. */
export const castIn =
  (people: Readonly<Record<string, PersonActor>>) =>
  (name: string): PersonActor => {
    const one = people[name]
    if (one === undefined) throw new Error(`no ${name} here`)
    return one
  }

/** Opens an incident of which a test says no more than it is about. */
export const openIncident = (
  t: TestDatabase,
  opener: PersonActor,
  said: Pick<OpenRecord, 'schoolId' | 'title'> & Partial<OpenRecord>,
) =>
  t.as(opener, (tx) =>
    openRecord(tx, opener, { kind: 'incident', category: null, occurredAt: null, fields: {}, people: [], ...said }),
  )
