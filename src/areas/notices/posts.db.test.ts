import { describe, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { noticeStandings, tellOfPosts } from './index.ts'

describe('somebody takes a post', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')

  test('and the audience that the policy names is told once who holds it, of that post alone', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'independent-school')
    const head = await givenPerson(t, organisation, { kind: 'staff', posts: ['head'] })
    const lead = await givenPerson(t, organisation, { kind: 'staff' })
    const parent = await givenPerson(t, organisation, { kind: 'parent' })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 9 })
    const elsewhere = await givenPerson(t, await givenOrganisation(t, 'Another School'), { kind: 'parent' })
    const system = systemActor(organisation.organisationId, 'tests')
    const tell = () => t.as(system, (tx) => tellOfPosts(tx))
    const standing = () =>
      t.as(system, async (tx) => noticeStandings.standings(tx, await policyInForce(tx), ['notify/post_holder']))
    const take = (post: string, fromOn: string) =>
      t.peek(
        `insert into app.post_holder (organisation_id, id, post, person_id, from_on)
         values ($1, gen_random_uuid(), $2, $3, $4)`,
        [organisation.organisationId, post, lead.personId, fromOn],
      )
    // The head was there when the policy began, and another post is not the one that the rule is about.
    await take('network_manager', '2026-09-10')
    expect(await tell()).toBe(0)
    expect((await standing()).get('notify/post_holder')).toMatchObject({ state: 'none' })

    await take('online_safety_lead', '2026-09-10')
    expect((await standing()).get('notify/post_holder')).toMatchObject({ state: 'due' })
    expect(await tell()).toBe(4)
    const rows = await t.peek<{ reader_id: string; href: string; clauses: string[] }>(
      `select reader_id, href, clauses from app.notice where code = 'notify/post_holder'`,
    )
    const readers = [head, lead, parent, pupil].map((person) => person.personId)
    expect(rows.map((row) => row.reader_id).sort()).toEqual(readers.sort())
    expect(rows.some((row) => row.reader_id === elsewhere.personId)).toBe(false)
    expect(rows[0]).toMatchObject({ href: '/policy/who', clauses: ['T-160'] })
    expect(await tell()).toBe(0)
    expect((await standing()).get('notify/post_holder')).toMatchObject({ state: 'kept', proof: 'proved' })
  })
})
