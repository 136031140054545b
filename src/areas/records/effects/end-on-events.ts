import type { RunEvent } from '#pack/engines/flow/run.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'
import { followersOf } from '../queries/origin.ts'
import type { CarriedIn } from './carry-one.ts'

/** Ends what the pack lets end with a step of its case. Runs as the system. */
export async function endOnEvents(tx: Tx, record: CarriedIn, events: readonly RunEvent[]): Promise<void> {
  const steps = events.filter(isStepEvent).filter((event) => event.kind === 'done' || event.kind === 'answered')
  await endOn(
    tx,
    record.id,
    steps.map((step) => `${step.chart}#${step.stepId}`),
  )
}

/** Has what follows from a case and ends on an event looked at, once this change is in. Runs as the system. */
export const endOnEvent = (tx: Tx, recordId: string, event: string): Promise<void> => endOn(tx, recordId, [event])

async function endOn(tx: Tx, recordId: string, events: readonly string[]): Promise<void> {
  if (events.length === 0) return
  const records = (await followersOf(tx, recordId)).map((one) => one.id)
  if (records.length === 0) return
  for (const event of events) await enqueue(tx, 'end_lasting', { records, event })
}
