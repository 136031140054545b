import { kindOfHeld, SUBJECT, TO_DO, WHY } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { openFollowing } from '../commands/open-following.ts'
import { sayDay } from '../say-day.ts'
import type { Carrying } from './carry-one.ts'
import { sayEffect } from './say-effect.ts'

/**
 * Asks for what Kept cannot do itself: of the post that holds the other system, or of whoever handles the case. They say how
 * they did it; until then it stands open and is late after its time.
 */
export async function askToDo(
  tx: Tx,
  { policy, record, due, fields }: Pick<Carrying, 'policy' | 'record' | 'due' | 'fields'>,
  holder: string | null,
  people: readonly string[],
  /** Why Kept does not do it itself, where that is not plain. */
  because?: string,
): Promise<void> {
  const { effect } = due
  const until = 'until' in effect && effect.until !== undefined ? fields[effect.until] : undefined
  const words = `${sayEffect(policy, effect)}${typeof until === 'string' ? `, until ${sayDay(until)}` : ''}`
  await openFollowing(
    tx,
    contextOf(tx).actor,
    policy,
    {
      kind: holder === null ? TO_DO : kindOfHeld(holder),
      schoolId: record.school_id,
      title: words.slice(0, 200),
      category: null,
      occurredAt: null,
      fields: { [WHY]: because === undefined ? words : `${words}. ${because}` },
      people: people.map((personId) => ({ part: SUBJECT, personId, described: null })),
    },
    { id: record.id, circle: record.circle, effect: `todo:${due.key}` },
  )
}
