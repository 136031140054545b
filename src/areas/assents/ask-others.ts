import { policyVersion } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { AskedAssent } from '#pack/engines/assents/asked.ts'
import { isCountersigned } from '#pack/engines/assents/asked.ts'
import type { AssentStanding } from '#pack/engines/assents/standing.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { writeLetters } from './letters.ts'
import type { Request } from './request.ts'

/** Somebody who countersigns, and the question of the slip that names them, if one does. */
export interface Countersigner {
  readonly personId: string
  readonly namedIn: string | null
}

/** Those who countersign and whose turn it is, of the people who are asked now. */
export const othersAmong = (required: AskedAssent, people: readonly string[]): Countersigner[] =>
  required.slots
    .filter(isCountersigned)
    .flatMap((slot) => slot.people.map((personId) => ({ personId, namedIn: fieldOf(slot.of) })))
    .filter(({ personId }) => people.includes(personId))

const fieldOf = (of: string): string | null => (of.startsWith('field/') ? of.slice('field/'.length) : null)

/** Lets those who countersign see an asking, and tells them: from when it is their turn. Run as the system. */
export async function askOthers(
  tx: Tx,
  request: Request,
  { required }: { readonly required: AskedAssent },
  { askNow }: AssentStanding,
): Promise<void> {
  const others = othersAmong(required, askNow)
  if (others.length === 0) return
  const fresh = await letIn(tx, [{ requestId: request.id, people: others }])
  if (fresh.length === 0) return
  const policy = await policyVersion(tx, request.policyVersionId, request.schoolId)
  await writeLetters(tx, policy, 'asked', [{ ...request, signers: fresh }])
}

/** Writes down that people are asked to countersign; who was asked before is not asked again. Run as the system. */
export async function letIn(
  tx: Tx,
  asked: readonly { readonly requestId: string; readonly people: readonly Countersigner[] }[],
): Promise<string[]> {
  const { actor, clock } = contextOf(tx)
  const rows = asked.flatMap(({ requestId, people }) =>
    people.map(({ personId, namedIn }) => ({
      organisation_id: actor.organisationId,
      id: newId(clock),
      request_id: requestId,
      person_id: personId,
      named_in: namedIn,
      asked_at: nowText(tx),
    })),
  )
  if (rows.length === 0) return []
  const written = await tx
    .insertInto('app.assent_signer')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute()
  return [...new Set(written.map((row) => row.person_id))]
}
