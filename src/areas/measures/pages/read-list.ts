import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { MeasureLine } from '../lines.ts'
import { lineOf } from '../lines.ts'
import { readMeasures } from '../queries/read-measures.ts'

/** Everything that the list of measures needs. */
export async function readList(tx: Tx): Promise<{ lines: MeasureLine[]; now: Temporal.Instant; zone: string }> {
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const known = await readMeasures(tx, policy)
  return { lines: known.map((one) => lineOf(policy.pack, one, now, zone)), now, zone }
}
