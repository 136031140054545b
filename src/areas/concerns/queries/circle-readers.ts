import type { SubjectFacts } from '#areas/notices/index.ts'
import { holdersAt, partiesOfCircle } from '#areas/notices/index.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Everybody of the circle of a concern who is not kept out of it, with the post that says why. Run as the system. */
export async function circleReaders(
  tx: Tx,
  facts: SubjectFacts,
  circle: string,
): Promise<{ readerId: string; party: string }[]> {
  const holders = await holdersAt(tx, facts.schoolId)
  const parties = await partiesOfCircle(tx, circle, facts.policyVersionId)
  return parties.flatMap((party) =>
    (holders[party] ?? []).filter((person) => !facts.keptOut.includes(person)).map((readerId) => ({ readerId, party })),
  )
}
