import { expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { peopleStandings } from './standings.ts'

const t = useDatabase('2026-11-20T09:00:00Z')

test('a group says which constituency has nobody, and is kept when each has somebody', async () => {
  const school = await givenOrganisation(t)
  await givenPolicy(t, school, 'primary-federation')
  const system = systemActor(school.organisationId, 'tests')
  const GROUP = 'party/e_safety_group'
  const standing = (ref = GROUP) =>
    t.as(system, async (tx) => (await peopleStandings.standings(tx, await policyInForce(tx), [ref])).get(ref))
  expect(await standing()).toMatchObject({ state: 'none' })
  const named = (kind: 'staff' | 'governor' | 'parent' | 'pupil', ...posts: string[]) =>
    givenPerson(t, school, { kind, posts: ['e_safety_group', ...posts] })
  await named('staff', 'online_safety_lead')
  await named('staff')
  await named('governor')
  expect(await standing()).toMatchObject({
    state: 'broken',
    says: 'Nobody yet as: A parent or carer; A pupil.',
    counts: { seats: 5, empty: 2 },
  })
  expect(await standing(`${GROUP}#staff`)).toMatchObject({ state: 'kept' })
  expect(await standing(`${GROUP}#pupil`)).toMatchObject({ state: 'broken' })
  await named('parent')
  await named('pupil')
  expect(await standing()).toMatchObject({ state: 'kept', proof: 'proved' })
})
