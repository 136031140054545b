import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Who opened or closed a gate for somebody, as the engine of guards asks it. */
export interface SetBy {
  readonly to: 'open' | 'closed'
  readonly until: string | null
}

/** The gates that stand opened or closed for a person, the last word on each. Run as the system. */
export async function gatesSetFor(tx: Tx, personId: string): Promise<ReadonlyMap<string, SetBy>> {
  const rows = await tx
    .selectFrom('app.lasting_effect')
    .select(['target', 'does', 'until_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('person_id', '=', personId)
    .where('does', 'in', ['open', 'close'])
    .where('ended_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.target,
      {
        to: row.does === 'open' ? 'open' : 'closed',
        until: row.until_at === null ? null : Temporal.Instant.from(row.until_at).toString(),
      } as const,
    ]),
  )
}
