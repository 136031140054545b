import { looksAfter } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'

export interface NoteAbsence {
  readonly personId: string
  readonly fromOn: Temporal.PlainDate
  /** The last day; null until they are back. */
  readonly untilOn: Temporal.PlainDate | null
}

/**
 * Notes that somebody is away: from the first day to the last, whoever stands in for their posts acts. Oneself, or whoever
 * keeps the people. Why they are away is not asked.
 * @throws Forbidden for others; Refused for days that are over or the wrong way round.
 */
export async function noteAbsence(tx: Tx, actor: Actor, input: NoteAbsence): Promise<string> {
  await assertMayNote(tx, actor, input.personId)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const { fromOn, untilOn } = input
  if (untilOn !== null && Temporal.PlainDate.compare(untilOn, fromOn) < 0)
    throw new Refused('absence.order', 'The last day comes after the first.')
  // Nobody stood in on a day that is over: that cannot be said afterwards.
  if (Temporal.PlainDate.compare(fromOn, today) < 0)
    throw new Refused('absence.past', 'Days that are over cannot be noted: begin with today.')
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, () =>
    tx
      .insertInto('app.absence')
      .values({
        organisation_id: actor.organisationId,
        id,
        person_id: input.personId,
        from_on: fromOn.toString(),
        until_on: untilOn?.toString() ?? null,
        noted_by: personOf(actor),
        noted_at: nowText(tx),
      })
      .execute(),
  )
  recordEvent(tx, {
    code: 'absence.noted',
    subject: { kind: 'person', id: input.personId },
    personId: input.personId,
    details: { absence: id, from: fromOn.toString(), until: untilOn?.toString() ?? null },
  })
  await peopleChanged(tx)
  return id
}

/** Ends an absence: they are back, or do not go. From this moment nobody stands in for them. */
export async function endAbsence(tx: Tx, actor: Actor, input: { id: string; personId: string }): Promise<void> {
  await assertMayNote(tx, actor, input.personId)
  const { numUpdatedRows } = await asSystem(tx, () =>
    tx
      .updateTable('app.absence')
      .set({ called_off_at: nowText(tx) })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', input.id)
      .where('person_id', '=', input.personId)
      .where('called_off_at', 'is', null)
      .executeTakeFirst(),
  )
  if (numUpdatedRows === 0n) throw new NotFound('absence.missing')
  recordEvent(tx, {
    code: 'absence.ended',
    subject: { kind: 'person', id: input.personId },
    personId: input.personId,
    details: { absence: input.id },
  })
  await peopleChanged(tx)
}

/** Refuses whoever may not say when somebody is away: everybody but themselves and whoever keeps the people. */
export async function assertMayNote(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (actor.kind === 'system' || personOf(actor) === personId) return
  if (!(await looksAfter(tx, 'people'))) throw new Forbidden('absence.not_theirs')
}
