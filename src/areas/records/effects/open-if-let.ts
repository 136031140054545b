import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { gateInTheWay } from '../asked-guards.ts'
import { openFollowing } from '../commands/open-following.ts'
import type { OpenRecord } from '../commands/open-record.ts'
import { askToDo } from './ask-to-do.ts'
import type { Carrying } from './carry-one.ts'
import { whom } from './whom.ts'

/**
 * Opens what an effect asks for, once, if the gates of the policy let it be opened; else somebody has it to do, with what
 * stands in its way. @returns whether no gate is in the way.
 */
export async function openIfLet(tx: Tx, carrying: Carrying, input: OpenRecord, effect: string): Promise<boolean> {
  const { policy, record, run, due } = carrying
  const { actor } = contextOf(tx)
  const gate = await gateInTheWay(tx, actor, policy, input)
  if (gate !== null) {
    await askToDo(tx, carrying, null, whom(record, run, due), gate)
    return false
  }
  const circle = `${input.kind}:${record.school_id}`
  await openFollowing(tx, actor, policy, input, { id: record.id, circle, effect })
  return true
}
