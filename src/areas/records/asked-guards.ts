import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { guardsOn } from '#pack/engines/guards/guard-stands.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { OpenRecord } from './commands/open-record.ts'
import { worldOf } from './flow-context.ts'

/**
 * Asks the gates that stop a record of this kind from being opened, with what its form says and whom it names.
 * @throws Refused while one of them is shut; what we cannot tell keeps it shut.
 */
export async function assertOpens(tx: Tx, actor: Actor, policy: PolicyInForce, input: OpenRecord): Promise<void> {
  const shut = await gateInTheWay(tx, actor, policy, input)
  if (shut !== null) throw new Refused('record.guarded', shut)
}

/** What the first gate says that stops a record from being opened now; null when none does. */
export async function gateInTheWay(
  tx: Tx,
  actor: Actor,
  policy: PolicyInForce,
  input: OpenRecord,
): Promise<string | null> {
  const { pack } = policy
  const guards = guardsOn(pack, `record/${input.kind}`).flatMap((ref) => {
    const guard = pack.guards[ref.slice('guard/'.length)]
    return guard?.active === true && guard.held_by === 'kept' ? [guard] : []
  })
  if (guards.length === 0) return null
  const people = input.people.flatMap(({ personId, part }) => (personId === null ? [] : [{ person: personId, part }]))
  const subjects = [...new Set(people.map((one) => one.person))]
  const opener = personOf(actor)
  const values = {
    ...input.fields,
    ...(opener === null ? {} : { opener: { id: opener } }),
    // Of several whom it may be about, nobody is meant: the gate then stays shut.
    ...(subjects.length === 1 ? { subject: { id: subjects[0] } } : {}),
  }
  const judge = flowJudge(pack, values, await worldOf(tx, pack, null))
  const scope = { chart: `record/${input.kind}` as const, answers: {}, fields: {}, people, branch: null }
  const shut = guards.find((guard) => judge(guard.unless, scope) !== 'yes')
  return shut === undefined ? null : `${textOf(shut.says).replace(/\.$/, '')}.`
}
