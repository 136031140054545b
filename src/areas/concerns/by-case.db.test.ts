import { expect, test } from 'vitest'
import { anonymousActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellConcern } from './index.ts'

const t = useDatabase()

test('a chain letter is seen by the two who act on the special mailbox and by nobody else, other concerns as ever', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'independent-school')
  const staff = (name: string, post: string) => givenPerson(t, organisation, { kind: 'staff', name, posts: [post] })
  const people = {
    head: await staff('Moira Tolland', 'head'),
    lead: await staff('Priya Nair', 'online_safety_lead'),
    network: await staff('Tomas Ruiz', 'network_manager'),
    it: await staff('Edda Falk', 'it_department'),
  }
  const nobody = anonymousActor(organisation.organisationId)
  const tell = (aboutKind: string, aboutPosts: string[] = []) =>
    t.as(nobody, (tx) =>
      tellConcern(tx, nobody, Buffer.alloc(32, 5), {
        schoolId: organisation.schoolId,
        reporterKind: 'anonymous',
        body: 'It says that I have to send it on',
        aboutKind,
        inDanger: false,
        wantsAnswer: false,
        aboutPosts,
      }),
    )
  const seenBy = async (name: keyof typeof people) =>
    (
      await t.as(people[name], (tx) => tx.selectFrom('app.concern').select('about_kind').orderBy('told_at').execute())
    ).map((row) => row.about_kind)
  await tell('chain_letter')
  await tell('unkind')
  await tell('chain_letter', ['network_manager'])
  expect(await seenBy('head')).toEqual(['unkind'])
  expect(await seenBy('lead')).toEqual(['unkind'])
  expect(await seenBy('network')).toEqual(['chain_letter'])
  expect(await seenBy('it')).toEqual(['chain_letter', 'chain_letter'])
})
