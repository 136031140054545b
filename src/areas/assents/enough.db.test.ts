import { describe, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { assentStandings, signAgreement } from './index.ts'

describe('an agreement of which two signatures are enough', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')

  test('is kept when the head and one more have signed, and not by two without the head', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'primary-federation')
    const leader = (post: string) => givenPerson(t, organisation, { kind: 'staff', posts: [post] })
    const [head, deputy, senior] = [await leader('head'), await leader('deputy_head'), await leader('deputy_head')]
    await issueIn(t, organisation, { assent: 'allegation_procedure' })
    const sign = async (who: PersonActor) => {
      const requestId = await requestOf(t, who, 'allegation_procedure')
      await t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name' }))
    }
    const system = systemActor(organisation.organisationId, 'tests')
    const standing = async () => {
      const ref = 'assent/allegation_procedure'
      const all = await t.as(system, async (tx) => assentStandings.standings(tx, await policyInForce(tx), [ref]))
      return all.get(ref)
    }
    await sign(deputy)
    await sign(senior)
    expect(await standing()).toMatchObject({
      state: 'due',
      says: 'Not enough have signed. Larkbeck School: 2 of at least 2, without Head teacher.',
    })
    await sign(head)
    expect(await standing()).toMatchObject({ state: 'kept', proof: 'proved' })
  })
})
