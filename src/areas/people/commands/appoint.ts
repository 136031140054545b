import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'

export interface Appoint {
  readonly post: string
  readonly personId: string
  /** Null: for every school of the organisation. */
  readonly schoolId: string | null
  readonly fromOn: Temporal.PlainDate
}

/** Gives a post of the policy to a person, from a day on. What the post sees, they see from now. */
export async function appoint(tx: Tx, actor: Actor, input: Appoint): Promise<string> {
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, () =>
    tx
      .insertInto('app.post_holder')
      .values({
        organisation_id: actor.organisationId,
        id,
        post: input.post,
        person_id: input.personId,
        school_id: input.schoolId,
        from_on: input.fromOn.toString(),
      })
      .execute(),
  )
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'post.given',
    subject: { kind: 'post_holder', id },
    personId: input.personId,
    details: { post: input.post, person: input.personId, school: input.schoolId, from: input.fromOn.toString() },
  })
  return id
}

/** Ends somebody's time in a post. */
export async function endAppointment(
  tx: Tx,
  actor: Actor,
  input: { id: string; untilOn: Temporal.PlainDate },
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('app.post_holder')
      .set({ until_on: input.untilOn.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', input.id)
      .execute(),
  )
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'post.ended',
    subject: { kind: 'post_holder', id: input.id },
    details: { until: input.untilOn.toString() },
  })
}
