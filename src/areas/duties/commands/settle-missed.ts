import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { doesAs, ownPartsAt, readHeld, siteOf } from '../queries/may-do.ts'
import { missedRounds } from '../queries/missed-rounds.ts'
import { readDuty } from '../queries/one-duty.ts'

export interface SettleMissed {
  /** Any round of the duty. */
  readonly dutyId: string
  /** The missed rounds that are meant; all of them when left out. */
  readonly ids?: readonly string[] | undefined
  readonly reason: string
}

/**
 * Closes rounds of one duty that nobody did, as missed, with one reason. They never count as done: the promise shows that the
 * last round was missed until the next one is done.
 * @returns how many were closed.
 * @throws Forbidden for whoever has not the post and does not stand in; Refused without a reason or a missed round.
 */
export async function settleMissed(tx: Tx, actor: PersonActor, input: SettleMissed): Promise<number> {
  const one = await readDuty(tx, input.dutyId)
  const as = doesAs(one.pack, one, ownPartsAt(await readHeld(tx), one.schoolId, siteOf(one.pack, one)))
  if (as === null) throw new Forbidden('duty.not_mine')
  if (one.asks !== null && ('signed' in one.asks.proof || 'when' in one.asks.proof))
    throw new Refused('duty.computed', 'This duty is done by itself as soon as its proof is there.')
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('duty.missed.no_reason', 'Say why they were missed.')
  const rounds = (await missedRounds(tx, one)).filter((round) => input.ids?.includes(round.id) ?? true)
  if (rounds.length === 0) throw new Refused('duty.missed.none', 'None of these is waiting any more.')
  const ids = rounds.map((round) => round.id)
  // The row policy lets only the owner's post change it; that a stand-in may has been asked above.
  const changed = await asSystem(tx, () =>
    tx
      .updateTable('app.duty')
      .set({ state: 'missed', done_at: nowText(tx), done_by: actor.personId, note: reason })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', 'in', ids)
      .where('state', '=', 'open')
      .executeTakeFirst(),
  )
  if (Number(changed.numUpdatedRows) !== ids.length)
    throw new Refused('duty.settled', 'One of them is settled already.')
  const policy = await policyVersion(tx, one.policyVersionId, one.schoolId)
  recordEvent(tx, {
    code: 'duty.missed',
    subject: { kind: 'duty', id: ids.at(-1) ?? one.id },
    ...(one.recordId === null ? {} : { recordId: one.recordId }),
    policyVersionId: policy.id,
    clauses: one.asks?.clauses ?? [],
    details: { duty: one.duty, rounds: ids, as: as.party, standsIn: as.standsIn, reason },
  })
  await refreshSoon(tx)
  return ids.length
}
