import { readCalendar } from '#areas/people/index.ts'
import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import { dueWith } from '#pack/time/due.ts'
import { timeOf } from '#pack/time/read.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { lookForLateSoon } from '../jobs/queue.ts'
import { assignDuties } from '../plan/event-duties.ts'
import { writePlanned } from '../plan/write-planned.ts'

/** A duty that a step of a record begins, or something about a person. */
export interface StartDuty {
  /** Without `duty/`. */
  readonly duty: string
  /** Null: it comes from no record. */
  readonly recordId: string | null
  /** Whom it is about, where it comes from no record. */
  readonly personId?: string
  readonly schoolId: string
  /** Names the effect: the same one begins its duty once. */
  readonly key: string
  readonly at: string
}

/** Begins a duty that something names, due within its own time or at once. @returns how many stand open anew. */
export async function startDuty(
  tx: Tx,
  { duty: id, recordId, personId, schoolId, key, at }: StartDuty,
): Promise<number> {
  const policy = await policyInForce(tx, schoolId)
  const duty = policy.pack.duties[id]
  if (duty === undefined) return 0
  const calendar = await readCalendar(tx, schoolId)
  const from = Temporal.Instant.from(at)
  const within = 'within' in duty ? duty.within : undefined
  const due = within === undefined ? null : dueWith(timeOf(within), from, calendar)
  const made = {
    duty: `duty/${id}` as const,
    key: recordId === null ? `started:${key}` : `started:${recordId}:${key}`,
    subject: personId ?? schoolId,
    owner: duty.owner,
    from: from.toString(),
    due: (due?.at ?? from).toString(),
    inferred: due?.inferred ?? true,
  }
  return asSystem(tx, async () => {
    const about = {
      schoolId,
      ...(recordId === null ? {} : { recordId }),
      ...(personId === undefined ? {} : { personId }),
    }
    const planned = await assignDuties(tx, policy, about, [made])
    const fresh = await writePlanned(tx, policy, planned)
    if (fresh === 0) return 0
    recordEvent(tx, {
      code: 'duty.caused',
      ...(recordId === null ? {} : { recordId }),
      ...(personId === undefined ? {} : { personId }),
      policyVersionId: policy.id,
      details: { duty: id, cause: key },
    })
    await refreshSoon(tx)
    await lookForLateSoon(tx)
    return fresh
  })
}
