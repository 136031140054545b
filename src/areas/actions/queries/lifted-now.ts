import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** That something is lifted for somebody now: no name, because not everybody may know who. */
export interface LiftedNow {
  readonly target: string
  readonly count: number
  /** When the last of them ends by itself; null when one has no date. */
  readonly until: Temporal.Instant | null
}

/** What exceptions lift now, by what they lift: `measure/filtering`. Everybody who sees the rule may know that it is lifted. */
export async function liftedNow(tx: Tx): Promise<ReadonlyMap<string, LiftedNow>> {
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.lasting_effect')
      .select(['target', 'until_at', 'record_id'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('does', '=', 'lift')
      .where('ended_at', 'is', null)
      .orderBy('until_at')
      .orderBy('id')
      .limit(MOST)
      .execute(),
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.target)].map(([target, own]) => {
      const last = own.some((row) => row.until_at === null) ? null : (own.at(-1)?.until_at ?? null)
      return [
        target,
        {
          target,
          count: new Set(own.map((row) => row.record_id)).size,
          until: last === null ? null : Temporal.Instant.from(last),
        },
      ]
    }),
  )
}

const MOST = 5000
