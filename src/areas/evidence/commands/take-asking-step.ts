import { takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { notSigned } from '../model/entry.ts'
import type { FoundEntry } from '../model/item.ts'

/** The step of the case that asked for an item; null when none did, or somebody has still to sign. */
export function askingStep(entry: FoundEntry): string | null {
  const { step } = entry.fields
  return entry.kind === 'captured' && typeof step === 'string' && notSigned(entry).length === 0 ? step : null
}

/**
 * Takes the step that asked for an item, now that everybody has signed for it. In a transaction of its own: the signatures
 * stand, whether or not the step can be taken now and by whoever holds the screen.
 * @returns whether it was taken; otherwise its page says what it still wants.
 */
export async function takeAskingStep(
  inTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  actor: PersonActor,
  entry: FoundEntry,
): Promise<boolean> {
  const step = askingStep(entry)
  if (step === null || entry.evidenceId === null) return false
  const input = { recordId: entry.recordId, step, does: { done: true }, item: entry.evidenceId } as const
  try {
    const taken = await inTx((tx) => takeStep(tx, actor, input))
    return taken.ok
  } catch (fault) {
    if (fault instanceof Refused) return false
    throw fault
  }
}
