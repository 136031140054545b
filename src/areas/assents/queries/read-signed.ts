import { countsAsSigned } from '#pack/engines/assents/counts-as-signed.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { OVER } from '../request.ts'

/** What is asked about a person, and whether it counts as signed: unknown where it was never asked. */
export interface SignedState {
  readonly signed: boolean | undefined
  readonly askedAt: string
}

/** How each agreement about a person stands, by `assent/…`. Run as the system. */
export async function readSigned(tx: Tx, pack: Pack, personId: string): Promise<Map<string, SignedState>> {
  const rows = await tx
    .selectFrom('app.assent_request')
    .select(['assent', 'state', 'asked_at', 'valid_until'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('about_id', '=', personId)
    .where('record_id', 'is', null)
    .where('state', 'not in', OVER)
    .execute()
  const now = nowIn(tx)
  return new Map(
    rows.map((row) => [
      `assent/${row.assent}`,
      {
        signed: countsAsSigned(row, pack.assents[row.assent], now),
        askedAt: Temporal.Instant.from(row.asked_at).toString(),
      },
    ]),
  )
}
