import { sql } from 'kysely'
import type { LookedAfter } from '#pack/types/party.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The circles that the person who acts has by a post under the policy in force: what they handle, and what they look after. */
export async function ownOffices(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ offices: string[] }>`select app.current_offices() as offices`.execute(tx)
  return new Set(rows[0]?.offices)
}

/** Whether the person who acts looks after something for everybody, by the policy in force. */
export const looksAfter = async (tx: Tx, what: LookedAfter): Promise<boolean> =>
  (await ownOffices(tx)).has(circleOfOffice(what))

/** The circle of those who look after something. */
export const circleOfOffice = (what: LookedAfter): string => `looks_after_${what}`

/** Whether a circle is of records: those who stand in it handle them. */
export const isOfRecords = (circle: string): boolean => !/^(keeps_policy$|looks_after_|fact_)/.test(circle)
