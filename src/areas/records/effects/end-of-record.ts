import type { PolicyInForce } from '#areas/policy/index.ts'
import { holderOf } from '#pack/engines/actions/held-record.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Effect } from '#pack/types/effect.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { askToDo } from './ask-to-do.ts'
import type { CarriedIn } from './carry-one.ts'
import { endOnEvent } from './end-on-events.ts'
import { endLasting, lastingOf } from './lasting.ts'
import { closeEntriesOf } from './put-on-list.ts'

/**
 * What an action or an exception brought about ends with it; where another system holds it, its holder is asked to set it
 * back. What a case closed for somebody until a day stays closed until then. Runs as the system.
 */
export async function endOfRecord(tx: Tx, policy: PolicyInForce, record: CarriedIn): Promise<void> {
  await endOnEvent(tx, record.id, `record/${record.kind}#closed`)
  const derived = derivedFrom(record.kind)
  if (derived === null || derived.of === 'held') return
  const lasting = await lastingOf(tx, record.id)
  await endLasting(
    tx,
    lasting.map((one) => one.id),
  )
  for (const one of lasting) {
    if (one.does === 'list' && one.personId !== null) await closeEntriesOf(tx, one.target, [one.personId], record.id)
    const undo = undoOf(one.does, one.target)
    const holder = undo === null ? null : holderOf(policy.pack, undo)
    if (undo === null || holder === null) continue
    const due = {
      key: `${one.key}:ended`,
      effect: undo,
      step: '',
      stepId: '',
      chart: `record/${record.kind}` as const,
      branch: null,
    }
    await askToDo(tx, { policy, record, due, fields: {} }, holder, one.personId === null ? [] : [one.personId])
  }
}

const undoOf = (does: string, target: string): Effect | null => {
  const id = partsOf(target)?.id
  if (id === undefined) return null
  if (does === 'close') return { open: `guard/${id}` }
  return does === 'open' ? { close: `guard/${id}` } : null
}

/** Whether the evidence of a record is held: then retention leaves it alone, whatever its time. */
export async function isHeld(tx: Tx, recordId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.lasting_effect')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('does', '=', 'hold')
    .where('target', '=', 'evidence')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
