import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** How many concerns nobody has taken, as far as the person who acts may see them, how many of them urgent, and since when. */
export async function waitingConcerns(
  tx: Tx,
): Promise<{ count: number; urgent: number; oldest: Temporal.Instant | null; firstId: string | null }> {
  const rows = await tx
    .selectFrom('app.concern')
    .select(['id', 'in_danger', 'told_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'new')
    .orderBy('in_danger', 'desc')
    .orderBy('told_at')
    .orderBy('id')
    .limit(100)
    .execute()
  const oldest = rows.map((row) => Temporal.Instant.from(row.told_at)).sort(Temporal.Instant.compare)[0]
  return {
    count: rows.length,
    urgent: rows.filter((row) => row.in_danger).length,
    oldest: oldest ?? null,
    firstId: rows[0]?.id ?? null,
  }
}
