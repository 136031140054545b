import { policyInForce, policyVersion, textOf } from '#areas/policy/index.ts'
import { openFollowing, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { kindOfAction, SUBJECT, WHY } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { mayTake } from '../may-take.ts'
import { caseFacts } from '../queries/case-facts.ts'

export interface TakeAction {
  /** Without `action/`. */
  readonly action: string
  /** The case that it follows from; without one it stands for itself. */
  readonly caseId: string | null
  readonly schoolId: string
  readonly personId: string
  readonly why: string
}

/**
 * Takes an action by hand, with a reason: it is opened for whoever carries it out. From a case it is as need-to-know as the case.
 * @throws Forbidden for whoever the policy does not let take it; NotFound for a case that they may not see.
 */
export async function takeAction(tx: Tx, actor: PersonActor, input: TakeAction): Promise<string> {
  const from = input.caseId === null ? null : await caseFacts(tx, input.caseId)
  const policy = from === null ? await policyInForce(tx) : await policyVersion(tx, from.policyVersionId, from.schoolId)
  const action = policy.pack.actions[input.action]
  if (action === undefined) throw new NotFound('action.missing')
  if (!(await mayTake(tx, actor, policy)).some((one) => one.id === input.action)) throw new Forbidden('action.not_mine')
  const opening = {
    kind: kindOfAction(input.action),
    schoolId: from?.schoolId ?? input.schoolId,
    title: textOf(action.says).slice(0, 200),
    category: null,
    occurredAt: null,
    fields: { [WHY]: input.why },
    people: [{ part: SUBJECT, personId: input.personId, described: null }],
  }
  if (from === null) return (await openRecord(tx, actor, opening)).id
  const effect = `by hand:${newId(contextOf(tx).clock)}`
  const opened = await openFollowing(tx, actor, policy, opening, { id: from.id, circle: from.circle, effect })
  if (opened === null) throw new NotFound('action.missing')
  return opened.id
}
