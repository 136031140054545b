import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'
import type { GivenOrganisation } from './given.ts'
import { packNamed } from './packs.ts'

/** Publishes the first policy in an organisation. */
export async function givenPolicy(
  t: TestDatabase,
  organisation: GivenOrganisation,
  name = 'special-all-through',
): Promise<{ id: string }> {
  const system = systemActor(organisation.organisationId, 'tests')
  return t.as(system, (tx) =>
    publishPolicy(tx, system, { pack: packNamed(name), inForceOn: Temporal.PlainDate.from('2026-09-04') }),
  )
}
