import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { everyRow, givenUser, placeOf, useIdentity } from '#tests/support/identity.ts'

describe('a session', () => {
  const t = useDatabase()
  const given = useIdentity(t, { sample: true })
  const signedIn = async () => {
    const known = await givenUser(t, given)
    return { ...known, ...(await given.identity.signInAs(known.userId)) }
  }

  test('is opened by its cookie and by nothing else', async () => {
    const { token, person } = await signedIn()
    expect(await given.identity.sessionOf(`a=b; __Host-kept=${token}`)).toMatchObject(placeOf(person))
    const host = '__Host-kept'
    for (const header of [undefined, '', token, 'a=b', `kept=${token}`, `${host}=x`, `${host}=${token}; ${host}=x`]) {
      expect(await given.identity.sessionOf(header), String(header)).toBeNull()
    }
    for (const shown of ['', 'x', `${token.slice(1)}A`, `${host}=${token}`]) {
      expect(await given.identity.sessionOfToken(shown)).toBeNull()
    }
  })

  test('hands out its next token after a quarter of an hour, the same to all requests at once', async () => {
    const { token } = await signedIn()
    t.clock.advance({ minutes: 14 })
    expect((await given.identity.sessionOfToken(token))?.rotateTo).toBeUndefined()
    t.clock.advance({ minutes: 1 })
    const sessions = await Promise.all([1, 2, 3].map(() => given.identity.sessionOfToken(token)))
    const next = sessions[0]?.rotateTo ?? ''
    expect(next).toMatch(/^[\w-]{43}$/)
    expect(next).not.toBe(token)
    expect(sessions.map((session) => session?.rotateTo)).toEqual([next, next, next])
  })

  test('keeps the old token until the new one was seen, then lets it die', async () => {
    const { token } = await signedIn()
    t.clock.advance({ minutes: 15 })
    const next = (await given.identity.sessionOfToken(token))?.rotateTo ?? ''
    t.clock.advance({ minutes: 10 })
    expect((await given.identity.sessionOfToken(token))?.rotateTo).toBe(next)
    const renewed = await given.identity.sessionOfToken(next)
    expect(renewed).not.toBeNull()
    expect(renewed?.rotateTo).toBeUndefined()
    t.clock.advance({ seconds: 19 })
    expect((await given.identity.sessionOfToken(token))?.rotateTo).toBe(next)
    expect(await given.identity.sessionOfToken(next)).not.toBeNull()
    t.clock.advance({ seconds: 1 })
    expect(await given.identity.sessionOfToken(token)).toBeNull()
  })

  test('ends for everybody when a dead token comes back', async () => {
    const { token, person } = await signedIn()
    t.clock.advance({ minutes: 15 })
    const next = (await given.identity.sessionOfToken(token))?.rotateTo ?? ''
    await given.identity.sessionOfToken(next)
    t.clock.advance({ minutes: 1 })
    expect(await given.identity.sessionOfToken(next)).not.toBeNull()
    expect(await given.identity.sessionOfToken(token)).toBeNull()
    expect(await given.identity.sessionOfToken(next)).toBeNull()
    const events = await t.peek('select code from identity.event where person_id = $1 order by id', [person.personId])
    expect(events).toContainEqual({ code: 'identity.token_replayed' })
  })

  test('ends when it is not used for an hour', async () => {
    const { token } = await signedIn()
    t.clock.advance({ minutes: 59 })
    expect(await given.identity.sessionOfToken(token)).not.toBeNull()
    t.clock.advance({ minutes: 59 })
    expect(await given.identity.sessionOfToken(token)).not.toBeNull()
    t.clock.advance({ minutes: 60 })
    expect(await given.identity.sessionOfToken(token)).toBeNull()
  })

  test('ends after twelve hours, however busy', async () => {
    const { token, freshAt } = { ...(await signedIn()), freshAt: t.clock.now() }
    let shown = token
    for (let half = 0; half < 23; half += 1) {
      t.clock.advance({ minutes: 30 })
      const session = await given.identity.sessionOfToken(shown)
      expect(session?.freshAt).toEqual(freshAt)
      shown = session?.rotateTo ?? shown
    }
    t.clock.advance({ minutes: 30 })
    expect(await given.identity.sessionOfToken(shown)).toBeNull()
  })

  test('ends when signed out, by its present and by its next token', async () => {
    const first = await signedIn()
    await given.identity.signOut(first.token)
    expect(await given.identity.sessionOfToken(first.token)).toBeNull()
    const second = await signedIn()
    t.clock.advance({ minutes: 20 })
    const next = (await given.identity.sessionOfToken(second.token))?.rotateTo ?? ''
    await given.identity.signOut(next)
    expect(await given.identity.sessionOfToken(second.token)).toBeNull()
    expect(await given.identity.sessionOfToken(next)).toBeNull()
  })

  test('ends everywhere when its user says so, and nobody else’s does', async () => {
    const { token, userId } = await signedIn()
    const { token: second } = await given.identity.signInAs(userId)
    const other = await signedIn()
    expect(await given.identity.signOutEverywhere(userId)).toBe(2)
    expect(await given.identity.sessionOfToken(token)).toBeNull()
    expect(await given.identity.sessionOfToken(second)).toBeNull()
    expect(await given.identity.sessionOfToken(other.token)).not.toBeNull()
  })

  test('ends when the person leaves, also when nobody told identity', async () => {
    const told = await signedIn()
    const untold = await signedIn()
    await given.identity.endAccess(told.organisationId, told.personId)
    await t.peek('update app.person set ended_on = $1 where id = $2', ['2026-11-20', untold.personId])
    expect(await given.identity.sessionOfToken(told.token)).toBeNull()
    expect(await given.identity.sessionOfToken(untold.token)).toBeNull()
    await expect(given.identity.signInAs(told.userId)).rejects.toMatchObject({ code: 'identity.user.gone' })
  })

  test('is stored without its token, present or next', async () => {
    const { token } = await signedIn()
    t.clock.advance({ minutes: 20 })
    const next = (await given.identity.sessionOfToken(token))?.rotateTo ?? ''
    const rows = await everyRow(t)
    expect(next).not.toBe('')
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(next)
  })
})

describe('signing in as an invented person', () => {
  const t = useDatabase()
  const given = useIdentity(t)

  test('is refused where people are real', async () => {
    const { userId } = await givenUser(t, given)
    await expect(given.identity.signInAs(userId)).rejects.toMatchObject({
      name: 'Forbidden',
      code: 'identity.sample.only',
    })
    expect(await t.peek('select 1 from identity.session')).toEqual([])
  })
})
