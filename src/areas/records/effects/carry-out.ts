import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import type { RunEffect } from '#pack/engines/flow/effects.ts'
import { logOf } from '#pack/engines/flow/log.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordValues } from '../flow-context.ts'
import { beginLasting } from './begin-lasting.ts'
import { type CarriedIn, type Carrying, carryOne } from './carry-one.ts'
import { endLasting, lastingOf } from './lasting.ts'

/**
 * Carries out what a step causes: what Kept holds itself at once, what others hear of as a job, and what another system holds
 * as something to do for whoever holds it. What a correction took back is ended.
 */
export function carryOut(tx: Tx, policy: PolicyInForce, record: CarriedIn, taken: Taken): Promise<void> {
  return asSystem(tx, async () => {
    await takeBack(tx, record, taken.reversed)
    if (taken.effects.length > 0) {
      const calendar = await readCalendar(tx, record.school_id)
      const values = await recordValues(tx, record.id)
      for (const due of taken.effects) {
        const fields = { ...values, ...logOf(taken.run).fieldsOf(due.branch) }
        const carrying: Carrying = { policy, record, run: taken.run, due, fields, calendar }
        await carryOne(tx, carrying)
      }
    }
    await beginLasting(tx, policy, record, taken)
  })
}

async function takeBack(tx: Tx, record: CarriedIn, reversed: readonly RunEffect[]): Promise<void> {
  const keys = new Set(reversed.map((one) => one.key))
  const lasting = keys.size === 0 ? [] : await lastingOf(tx, record.id)
  await endLasting(
    tx,
    lasting.filter((one) => keys.has(one.key.split('~')[0] ?? '')).map((one) => one.id),
  )
  // Files once locked stay locked until the police say so: a corrected answer does not open them.
}
