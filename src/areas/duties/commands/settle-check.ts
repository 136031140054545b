import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

export interface SettleCheck {
  /** Without `measure/`. */
  readonly measure: string
  readonly schoolId: string
  /** The post for which it was checked, where several have to check. */
  readonly party: string
  /** Names what was stated. */
  readonly checkId: string
}

/**
 * Settles the duty to check a measure by the check that has just been stated: the newest round that has begun is done, in
 * time or late. Rounds before it passed without a check; they are closed as missed, never as done.
 * The caller has asked whether the person may check.
 */
export async function settleCheck(tx: Tx, actor: PersonActor, input: SettleCheck): Promise<void> {
  const duty = `measure/${input.measure}`
  const open = await asSystem(tx, () => openRounds(tx, duty, input))
  const [newest, ...before] = open
  if (newest === undefined) return
  await close(tx, actor, [newest.id], 'done', null)
  await close(
    tx,
    actor,
    before.map((round) => round.id),
    'missed',
    'Nobody checked it in this round.',
  )
  const { pack } = await policyVersion(tx, newest.policy_version_id, input.schoolId)
  recordEvent(tx, {
    code: 'duty.checked',
    subject: { kind: 'duty', id: newest.id },
    policyVersionId: newest.policy_version_id,
    clauses: [...(dutyIn(pack, duty)?.clauses ?? [])],
    details: { duty, check: input.checkId, missed: before.map((round) => round.id) },
  })
}

async function openRounds(tx: Tx, duty: string, { schoolId, party }: SettleCheck) {
  const rounds = await tx
    .selectFrom('app.duty')
    .select(['id', 'party', 'policy_version_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('duty', '=', duty)
    .where('school_id', '=', schoolId)
    .where('state', '=', 'open')
    .where('starts_at', '<=', nowText(tx))
    .orderBy('due_at', 'desc')
    .orderBy('id')
    .execute()
  const { pack } = await policyOf(tx, rounds[0]?.policy_version_id, schoolId)
  const owner = pack === null ? undefined : dutyIn(pack, duty)?.owner
  // Of "all of" each has a row and settles their own; otherwise one word is enough.
  const each = owner !== undefined && typeof owner !== 'string' && 'all_of' in owner
  return each ? rounds.filter((round) => round.party === party) : rounds
}

const policyOf = async (tx: Tx, id: string | undefined, schoolId: string) =>
  id === undefined ? { pack: null } : policyVersion(tx, id, schoolId)

async function close(
  tx: Tx,
  actor: PersonActor,
  ids: readonly string[],
  state: 'done' | 'missed',
  note: string | null,
): Promise<void> {
  if (ids.length === 0) return
  // The row policy lets only the owner's post change it; that a stand-in may has been asked before.
  await asSystem(tx, () =>
    tx
      .updateTable('app.duty')
      .set({ state, done_at: nowText(tx), done_by: actor.personId, note })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', 'in', [...ids])
      .where('state', '=', 'open')
      .execute(),
  )
}
