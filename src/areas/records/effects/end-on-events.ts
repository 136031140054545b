import type { RunEvent } from '#pack/engines/flow/run.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'
import { followersOf } from '../queries/origin.ts'
import type { CarriedIn } from './carry-one.ts'

/** Ends what the pack lets end with a step of its case. Runs as the system. */
export async function endOnEvents(tx: Tx, record: CarriedIn, events: readonly RunEvent[]): Promise<void> {
  const steps = events.filter(isStepEvent).filter((event) => event.kind === 'done' || event.kind === 'answered')
  for (const step of steps) await endOnEvent(tx, record.id, `${step.chart}#${step.stepId}`)
}

/** Has what follows from a case and ends on an event looked at, once this change is in. Runs as the system. */
export async function endOnEvent(tx: Tx, recordId: string, event: string): Promise<void> {
  const following = await followersOf(tx, recordId)
  if (following.length > 0) await enqueue(tx, 'end_lasting', { records: following.map((one) => one.id), event })
}
