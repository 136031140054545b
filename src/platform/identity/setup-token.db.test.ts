import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { everyRow, useIdentity } from '#tests/support/identity.ts'

describe('the set-up token', () => {
  const t = useDatabase()
  const given = useIdentity(t)
  const spend = (token: string) =>
    t.as(systemActor(given.organisation.organisationId, 'test'), (tx) => given.identity.spendSetupToken(tx, token))

  test('opens the page until it is used, then never again, also of two at once', async () => {
    const token = await given.identity.createSetupToken()
    expect(await given.identity.checkSetupToken(token)).toBe(true)
    expect(await given.identity.checkSetupToken(token)).toBe(true)
    const used = await Promise.all([1, 2, 3].map(() => spend(token)))
    expect(used.filter((one) => one)).toHaveLength(1)
    expect(await given.identity.checkSetupToken(token)).toBe(false)
  })

  test('is not spent by a transaction that fails', async () => {
    const token = await given.identity.createSetupToken()
    const failing = t.as(systemActor(given.organisation.organisationId, 'test'), async (tx) => {
      expect(await given.identity.spendSetupToken(tx, token)).toBe(true)
      throw new Error('on the way')
    })
    await expect(failing).rejects.toThrow('on the way')
    expect(await spend(token)).toBe(true)
  })

  test('is replaced by a newer one', async () => {
    const old = await given.identity.createSetupToken()
    const token = await given.identity.createSetupToken()
    expect(await given.identity.checkSetupToken(old)).toBe(false)
    expect(await given.identity.checkSetupToken(token)).toBe(true)
  })

  test('is over after a day', async () => {
    const token = await given.identity.createSetupToken()
    t.clock.advance({ hours: 24 })
    expect(await given.identity.checkSetupToken(token)).toBe(false)
  })

  test('dies after twenty wrong tries', async () => {
    const token = await given.identity.createSetupToken()
    for (let tries = 0; tries < 19; tries += 1) expect(await given.identity.checkSetupToken('wrong')).toBe(false)
    expect(await given.identity.checkSetupToken(token)).toBe(true)
    expect(await given.identity.checkSetupToken('')).toBe(false)
    expect(await spend(token)).toBe(false)
  })

  test('is not in the database', async () => {
    expect(await everyRow(t)).not.toContain(await given.identity.createSetupToken())
  })
})
