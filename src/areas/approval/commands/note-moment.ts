import { policyInForce } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { sayEvent } from '#pack/sentences/moments.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Tx } from '#platform/database/tx.ts'
import { readReview } from '../queries/review.ts'
import { soonerEvents } from '../review-date.ts'
import { noteSooner } from './note-review.ts'

/**
 * Notes a moment of a record that brings the review forward, once: not what came before the version in force or before the
 * last review, nor what has been noted. What the record is about is not said.
 * @returns whether it was noted.
 */
export async function noteMoment(
  tx: Tx,
  system: SystemActor,
  input: { readonly event: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const policy = await policyInForce(tx)
  if (!soonerEvents(policy.pack).includes(input.event)) return false
  const notes = (await readReview(tx))?.notes ?? []
  const isKnown = notes.some(
    (note) =>
      (note.kind === 'no_change' || note.event === input.event) &&
      Temporal.Instant.compare(note.notedAt, input.at) >= 0,
  )
  if (isKnown || Temporal.Instant.compare(input.at, policy.publishedAt) <= 0) return false
  const words = new Words(policy.pack, policy.pack.pack.language)
  await noteSooner(tx, system, { event: input.event, reason: `${upper(sayEvent(words, input.event))}.` })
  return true
}
