import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

export type Lasts = 'act' | 'lift' | 'open' | 'close' | 'lend' | 'hold' | 'list' | 'lock'

/** Something that goes on after the step that brought it about. */
export interface NewLasting {
  readonly recordId: string
  readonly schoolId: string
  /** The same for the same effect for the same person. */
  readonly key: string
  readonly does: Lasts
  /** What it is done to: `guard/x`, `measure/x`, `action/x`, `account`, `evidence`, or the thing that a field names. */
  readonly target: string
  readonly personId: string | null
  readonly until: Temporal.Instant | null
  readonly remind?: Temporal.Instant | null
}

/** Writes down what lasts. What a correction ended and brings back stands again. Runs as the system. */
export async function keepLasting(tx: Tx, lasting: NewLasting): Promise<void> {
  const { actor, clock } = contextOf(tx)
  await tx
    .insertInto('app.lasting_effect')
    .values({
      organisation_id: actor.organisationId,
      id: newId(clock),
      record_id: lasting.recordId,
      key: lasting.key,
      does: lasting.does,
      target: lasting.target.slice(0, 300),
      person_id: lasting.personId,
      school_id: lasting.schoolId,
      from_at: nowText(tx),
      until_at: lasting.until?.toString() ?? null,
      remind_at: lasting.remind?.toString() ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'record_id', 'key']).doUpdateSet({ ended_at: null }))
    .execute()
}

/** Something that goes on now. */
export interface Lasting {
  readonly id: string
  readonly recordId: string
  readonly key: string
  readonly does: string
  readonly target: string
  readonly personId: string | null
}

/** What a record brought about and that has not ended. */
export async function lastingOf(tx: Tx, recordId: string): Promise<Lasting[]> {
  const rows = await tx
    .selectFrom('app.lasting_effect')
    .select(['id', 'record_id', 'key', 'does', 'target', 'person_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('ended_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    key: row.key,
    does: row.does,
    target: row.target,
    personId: row.person_id,
  }))
}

/** Ends what lasts. Runs as the system. */
export async function endLasting(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('app.lasting_effect')
    .set({ ended_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

/** What `lend` and `hold` have taken of a thing stands no longer, in whichever record it was. Runs as the system. */
export async function releaseThing(tx: Tx, target: string, recordId: string | null): Promise<void> {
  await tx
    .updateTable('app.lasting_effect')
    .set({ ended_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('target', '=', target)
    .where('does', 'in', ['lend', 'hold'])
    .where('ended_at', 'is', null)
    .$if(recordId !== null, (query) => query.where('record_id', '=', recordId ?? ''))
    .execute()
}
