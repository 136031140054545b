import type { HoldersOf } from '#pack/engines/assents/asked.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const held = new WeakMap<Tx, Promise<readonly Held[]>>()

interface Held {
  readonly post: string
  readonly personId: string
  readonly schoolId: string | null
}

/** Who holds the posts that countersign, at a school; read once in a transaction. Run as the system. */
export async function postHolders(tx: Tx, schoolId: string): Promise<HoldersOf> {
  const all = held.get(tx) ?? readHeld(tx)
  held.set(tx, all)
  const rows = (await all).filter((one) => one.schoolId === null || one.schoolId === schoolId)
  return (party) => rows.filter((one) => `party/${one.post}` === party).map((one) => one.personId)
}

const readHeld = (tx: Tx): Promise<readonly Held[]> =>
  tx
    .selectFrom('app.post_holder')
    .select(['post', 'person_id as personId', 'school_id as schoolId'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
