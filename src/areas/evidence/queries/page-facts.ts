import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Evidence } from '../model/evidence.ts'
import type { FoundEntry, Item } from '../model/item.ts'
import { peopleIn, peopleOfEntries, type Saying } from '../say.ts'
import { entriesOf } from './entries.ts'
import { itemsOf } from './items.ts'
import { recordAt } from './record-at.ts'

/** Reads the evidence of a record. @throws NotFound for whoever may not read all of the record. */
export async function readEvidence(tx: Tx, recordId: string): Promise<Evidence> {
  const record = await recordAt(tx, recordId)
  const items = await itemsOf(tx, recordId)
  const decisions = (await entriesOf(tx, { recordId })).filter((entry) => entry.evidenceId === null)
  return { record, items, decisions, saying: await sayingOf(tx, items, decisions) }
}

/** The names and the zone with which items and decisions are said. */
export async function sayingOf(tx: Tx, items: readonly Item[], decisions: readonly FoundEntry[]): Promise<Saying> {
  const people = [
    ...items.flatMap((item) => [
      item.enteredBy,
      ...peopleIn(Object.values(item.label)),
      ...peopleOfEntries(item.entries),
    ]),
    ...peopleOfEntries(decisions),
  ]
  return { names: await namesOf(tx, people), zone: (await readSettings(tx)).zone }
}
