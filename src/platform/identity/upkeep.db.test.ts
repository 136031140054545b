import { describe, expect, test, vi } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenUser, PASSWORD, useIdentity } from '#tests/support/identity.ts'
import { startIdentityUpkeep } from './upkeep.ts'

describe('the upkeep of identity', () => {
  const t = useDatabase()
  const given = useIdentity(t, { sample: true })

  test('forgets what is over, and nothing else', async () => {
    const { userId, email } = await givenUser(t, given)
    await given.identity.signInAs(userId)
    await given.identity.startMagicLink(email)
    await given.identity.createSetupToken()
    t.clock.advance({ hours: 24 })
    await given.identity.startMagicLink(email)
    const { token } = await given.identity.signInAs(userId)
    await given.identity.tidy()
    expect(await given.identity.sessionOfToken(token)).not.toBeNull()
    expect(await t.peek('select 1 from identity.session')).toHaveLength(1)
    expect(await t.peek('select 1 from identity.attempt')).toHaveLength(1)
    expect(await t.peek('select 1 from identity.pass')).toHaveLength(1)
    expect(await t.peek('select 1 from identity.setup_token')).toEqual([])
  })

  test('carries events into the ledger until it is stopped, and survives a fault', async () => {
    const faults: unknown[] = []
    const stuck = '019aa000-0000-7000-8000-000000000001'
    await t.peek(
      `insert into identity.event (id, organisation_id, code, at) values ($1, $1, 'identity.failed', '2026-11-01T00:00:00Z')`,
      [stuck],
    )
    const upkeep = startIdentityUpkeep(t.db, given.identity, { everyMs: 5, onFault: (fault) => faults.push(fault) })
    const { person } = await givenUser(t, given, { password: PASSWORD })
    await vi.waitFor(async () => {
      const entries = await t.peek('select 1 from app.ledger_entry where person_id = $1', [person.personId])
      expect(entries).toHaveLength(1)
    })
    await upkeep.stop()
    expect(faults[0]).toBeInstanceOf(AggregateError)
    const later = await givenUser(t, given, { password: PASSWORD })
    expect(await t.peek('select code from identity.event where person_id = $1', [later.person.personId])).toHaveLength(
      1,
    )
  })
})
