import { issueAgreements } from '#areas/assents/index.ts'
import type { FactValue } from '#areas/people/index.ts'
import { addPerson, assertKeepsPeople, setPersonFacts } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'

export interface WelcomeVisitor {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly kind: 'visitor' | 'volunteer'
  readonly schoolId: string
  readonly fromOn: Temporal.PlainDate
  readonly facts: Readonly<Record<string, FactValue>>
}

/**
 * Adds somebody who comes to the school, says of them what the policy asks, and asks them at once for what binds them, so
 * that they can sign while they stand there.
 * @throws Forbidden for whoever does not keep the people.
 */
export async function welcomeVisitor(tx: Tx, actor: PersonActor, input: WelcomeVisitor): Promise<string> {
  await assertKeepsPeople(tx)
  const { facts, schoolId, ...person } = input
  const id = await addPerson(tx, actor, { ...person, schoolIds: [schoolId] })
  if (Object.keys(facts).length > 0) await setPersonFacts(tx, actor, { personId: id, facts })
  const system = systemActor(actor.organisationId, 'system/agreements')
  await asSystem(tx, () => issueAgreements(tx, system, { about: [id] }))
  return id
}
