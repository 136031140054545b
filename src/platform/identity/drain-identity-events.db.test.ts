import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { givenUser, PASSWORD, useIdentity } from '#tests/support/identity.ts'
import { drainIdentityEvents } from './drain-identity-events.ts'

describe('the events of identity', () => {
  const t = useDatabase()
  const given = useIdentity(t)
  const entriesOf = (organisationId: string) =>
    t.peek<{ code: string; person_id: string | null; actor_name: string }>(
      `select code, person_id, actor_name from app.ledger_entry where organisation_id = $1 and chain = 'main' order by seq`,
      [organisationId],
    )

  test('reach the ledger of their organisation in order, once', async () => {
    const { email, person } = await givenUser(t, given, { password: PASSWORD })
    t.clock.advance({ seconds: 1 })
    await given.identity.signInWithPassword({ login: email, password: 'Wrong-password-1' })
    t.clock.advance({ seconds: 1 })
    const answer = await given.identity.signInWithPassword({ login: email, password: PASSWORD })
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    t.clock.advance({ seconds: 1 })
    await given.identity.signOut(answer.session.token)
    const drained = await Promise.all([drainIdentityEvents(t.db, 100), drainIdentityEvents(t.db, 100)])
    expect(drained[0] + drained[1]).toBe(4)
    expect(await entriesOf(person.organisationId)).toEqual(
      ['identity.password_set', 'identity.failed', 'identity.signed_in', 'identity.signed_out'].map((code) => ({
        code,
        person_id: person.personId,
        actor_name: 'identity',
      })),
    )
    expect(await t.peek('select 1 from identity.event')).toEqual([])
  })

  test('tell of a locked account once, and of a class without naming anybody', async () => {
    const organisation = await givenOrganisation(t)
    const { email, person } = await givenUser(t, given, { organisation })
    for (let tries = 0; tries < 15; tries += 1) {
      await given.identity.signInWithPassword({ login: email, password: 'Wrong-password-1' })
    }
    t.clock.advance({ seconds: 1 })
    await given.identity.issueCard({
      organisationId: person.organisationId,
      personId: person.personId,
      classCode: 'OAK4',
    })
    t.clock.advance({ seconds: 1 })
    await given.identity.signInWithCard({ classCode: 'oak4', cardCode: 'guess' })
    while ((await drainIdentityEvents(t.db, 5)) > 0);
    const entries = await entriesOf(organisation.organisationId)
    expect(entries.filter(({ code }) => code === 'identity.locked')).toHaveLength(1)
    expect(entries.filter(({ code }) => code === 'identity.failed')).toHaveLength(11)
    expect(entries.at(-1)).toMatchObject({ code: 'identity.failed', person_id: null })
  })

  test('wait for an organisation whose ledger cannot be written, and do not hold up the others', async () => {
    const stuck = '019aa000-0000-7000-8000-000000000001'
    await t.peek(
      `insert into identity.event (id, organisation_id, code, at) values ($1, $1, 'identity.failed', '2026-11-01T00:00:00Z')`,
      [stuck],
    )
    const organisation = await givenOrganisation(t)
    await givenUser(t, given, { organisation, password: PASSWORD })
    await expect(drainIdentityEvents(t.db, 100)).rejects.toThrow(AggregateError)
    expect(await entriesOf(organisation.organisationId)).toHaveLength(1)
    expect(await t.peek('select id from identity.event')).toEqual([{ id: stuck }])
  })
})
