import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

// Whoever sends a roster looks at it on the day; the database keeps what is younger, whatever the clock of the program says.
const WEEK = { hours: 7 * 24 }

/** Forgets rosters that were sent a week ago: used, they are over, and otherwise nobody wants them any more. Runs as the system. */
export async function forgetUploads(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('app.roster_upload')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('uploaded_at', '<', nowIn(tx).subtract(WEEK).toString())
    .execute()
}
