import { beginDraft } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { settledPack } from '#tests/support/settled.ts'

/** Begins a draft in which everything is settled and one clause has other words; the address where it is approved. */
export async function givenDraft(t: TestDatabase, keeper: PersonActor, policy: string): Promise<string> {
  const pack = settledPack(policy)
  const clauses = pack.clauses.map((clause, index) => (index === 7 ? { ...clause, says: 'All are welcome.' } : clause))
  const id = await t.as(keeper, (tx) =>
    beginDraft(tx, keeper, {
      title: 'Autumn',
      beganFrom: 'version/1',
      content: { ...pack, clauses },
      says: 'Begun from version 1',
    }),
  )
  return `/policy/drafts/${id}/approval`
}
