import { personFacts } from '#areas/people/index.ts'
import type { Actor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowText } from '#platform/database/tx.ts'
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
  input: { readonly aboutId: string; readonly event: FamilyChange; readonly kind?: string | undefined },
): Promise<number> {
  await assertStaff(tx, actor)
  const system = systemActor(actor.organisationId, 'agreements')
  const { asked } = await asSystem(tx, () =>
    issueAgreements(tx, system, { about: [input.aboutId], event: input.event, kind: input.kind }),
  )
  if (asked === 0)
    throw new Refused(
      'agreement.change.nothing',
      'Nothing that was agreed is in question by this, or it was asked again today already.',
    )
  await asSystem(tx, () => beginDuties(tx, input))
  // Of which kind the circumstances are is used to see what is in question, and not kept.
  recordEvent(tx, {
    code: 'agreement.suspended',
    personId: input.aboutId,
    details: { event: input.event, asked },
  })
  return asked
}

/** The policy may have somebody do something too, such as telling those who hold pictures. */
async function beginDuties(tx: Tx, { aboutId, event }: { readonly aboutId: string; readonly event: FamilyChange }) {
  const child = (await personFacts(tx, [aboutId])).get(aboutId)
  if (child === undefined) return
  const at = nowText(tx)
  await enqueue(tx, 'duty_event', { event, id: `${aboutId}:${at}`, at, schoolId: child.schoolId, personId: aboutId })
}
