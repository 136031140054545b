import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { assertTakesBack, readAsking } from '../taking-back.ts'
import { writeTakenBack } from '../write-taken-back.ts'

export interface WithdrawAgreement {
  readonly requestId: string
  /** The statements that are taken back; left out, all of it. */
  readonly items?: readonly string[]
  readonly reason?: string
}

/**
 * Takes an answer back, where the policy lets whoever gave it, or whom it is about, do so; what the policy starts then begins at
 * once.
 * @throws NotFound for what is another family's; Refused when it cannot be taken back, is not given, is taken back already, or
 *   is not asked any more.
 */
export async function withdrawAgreement(tx: Tx, actor: PersonActor, input: WithdrawAgreement): Promise<void> {
  const request = await lockRequest(tx, input.requestId)
  const asking = await readAsking(tx, request)
  const { as, items } = assertTakesBack(asking, actor.personId, { items: input.items, heard: false })
  const own = await asSystem(tx, () => readPeople(tx, [actor.personId]))
  await writeTakenBack(tx, actor, asking, {
    signerId: actor.personId,
    capacity: as,
    items,
    way: 'screen',
    typedName: own.get(actor.personId)?.name ?? '-',
    recordedBy: null,
    reason: input.reason ?? '',
    at: nowIn(tx),
  })
}
