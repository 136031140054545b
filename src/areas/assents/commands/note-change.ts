import type { Actor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assertStaff } from '../staff.ts'
import { issueAgreements } from './issue-agreements.ts'

/** What may change around a child, so that what was agreed for them is in question. */
export type FamilyChange = 'circumstances.changed' | 'person.changed_parents'

/**
 * Notes that something has changed in a child's family: what the policy suspends then is asked again, and the earlier answer
 * counts no more. Why, and between whom, is nobody's business here: there is no place to write it.
 * @returns how many agreements are asked again.
 * @throws Forbidden for whoever does not work at the school; Refused when nothing is in question by it.
 */
export async function noteChange(
  tx: Tx,
  actor: Actor,
  input: { readonly aboutId: string; readonly event: FamilyChange },
): Promise<number> {
  await assertStaff(tx, actor)
  const system = systemActor(actor.organisationId, 'agreements')
  const { asked } = await asSystem(tx, () =>
    issueAgreements(tx, system, { about: [input.aboutId], event: input.event }),
  )
  if (asked === 0)
    throw new Refused(
      'agreement.change.nothing',
      'Nothing that was agreed is in question by this, or it was asked again today already.',
    )
  recordEvent(tx, {
    code: 'agreement.suspended',
    personId: input.aboutId,
    details: { event: input.event, asked },
  })
  return asked
}
