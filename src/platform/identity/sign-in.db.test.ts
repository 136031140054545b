import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { everyRow, givenUser, PASSWORD, placeOf, RULES, useIdentity } from '#tests/support/identity.ts'

describe('signing in with a password', () => {
  const t = useDatabase()
  const given = useIdentity(t)

  test('opens a session of the person', async () => {
    const { email, person, userId } = await givenUser(t, given, { password: PASSWORD })
    const answer = await given.identity.signInWithPassword({ login: ` ${email.toUpperCase()} `, password: PASSWORD })
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    expect(answer.session).toMatchObject({ ...placeOf(person), userId })
    expect(await given.identity.sessionOfToken(answer.session.token)).toMatchObject({
      ...placeOf(person),
      userId,
      sessionId: answer.session.sessionId,
      method: 'password',
      freshAt: t.clock.now(),
    })
  })

  test('says the same to a wrong password, an unknown address, an account without password, and no address at all', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    const { email: withoutPassword } = await givenUser(t, given)
    for (const login of [email, withoutPassword, 'nobody@larkbeck.example', 'not an address', '']) {
      expect(await given.identity.signInWithPassword({ login, password: 'Wrong-password-1' })).toEqual({
        kind: 'wrong',
      })
    }
    expect(await given.identity.signInWithPassword({ login: email, password: 'x'.repeat(100_000) })).toEqual({
      kind: 'wrong',
    })
  })

  test('counts tries per account, known or not, and says when to come back', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    for (const login of [email, 'stranger@larkbeck.example']) {
      for (let tries = 0; tries < 10; tries += 1) {
        expect(await given.identity.signInWithPassword({ login, password: 'Wrong-password-1' })).toEqual({
          kind: 'wrong',
        })
      }
      expect(await given.identity.signInWithPassword({ login, password: PASSWORD })).toEqual({
        kind: 'too-many',
        retryAt: t.clock.now().add({ minutes: 15 }),
      })
    }
    t.clock.advance({ minutes: 15 })
    expect(await given.identity.signInWithPassword({ login: email, password: PASSWORD })).toMatchObject({
      kind: 'signed-in',
    })
  })

  test('counts tries that come all at once', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    const answers = await Promise.all(
      Array.from({ length: 14 }, () =>
        given.identity.signInWithPassword({ login: email, password: 'Wrong-password-1' }),
      ),
    )
    expect(answers.filter((answer) => answer.kind === 'too-many')).toHaveLength(4)
  })

  test('refuses somebody who has left, also when nobody told identity', async () => {
    const told = await givenUser(t, given, { password: PASSWORD })
    const untold = await givenUser(t, given, { password: PASSWORD })
    await given.identity.endAccess(told.person.organisationId, told.person.personId)
    await t.peek('update app.person set ended_on = $1 where id = $2', ['2026-11-20', untold.person.personId])
    for (const { email } of [told, untold]) {
      expect(await given.identity.signInWithPassword({ login: email, password: PASSWORD })).toEqual({ kind: 'wrong' })
    }
  })

  test('ends the session that the browser had before', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    const first = await given.identity.signInWithPassword({ login: email, password: PASSWORD })
    if (first.kind !== 'signed-in') throw new Error(first.kind)
    const replaces = first.session.token
    const second = await given.identity.signInWithPassword({ login: email, password: PASSWORD, replaces })
    if (second.kind !== 'signed-in') throw new Error(second.kind)
    expect(second.session.token).not.toBe(replaces)
    expect(await given.identity.sessionOfToken(replaces)).toBeNull()
    expect(await given.identity.sessionOfToken(second.session.token)).not.toBeNull()
  })

  test('opens the organisation that was wished for when a user belongs to two', async () => {
    const { email, userId, person } = await givenUser(t, given, { password: PASSWORD })
    const other = await givenOrganisation(t, 'Fernhill School')
    const elsewhere = await givenPerson(t, other, { kind: 'governor' })
    expect(await given.identity.ensureUser({ ...placeOf(elsewhere), email })).toBe(userId)
    expect(await given.identity.placesOf(userId)).toEqual([placeOf(person), placeOf(elsewhere)])
    const wished = { organisationId: other.organisationId }
    const answer = await given.identity.signInWithPassword({ login: email, password: PASSWORD, wished })
    expect(answer).toMatchObject({ kind: 'signed-in', session: placeOf(elsewhere) })
  })

  test('stores neither password nor token, and has no column for an address of the network or an agent', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    const answer = await given.identity.signInWithPassword({ login: email, password: PASSWORD })
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    const rows = await everyRow(t)
    expect(rows).toContain(email)
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(rows).not.toContain(PASSWORD)
    expect(rows).not.toContain(answer.session.token)
    const columns = await t.peek<{ column_name: string }>(
      `select column_name from information_schema.columns
        where table_schema = 'identity' and (column_name ~ '(^|_)ip(_|$)|agent|address' or data_type in ('inet', 'cidr'))`,
    )
    expect(columns).toEqual([])
  })
})

describe('setting a password', () => {
  const t = useDatabase()
  const given = useIdentity(t)

  test('lists every rule that it misses', async () => {
    const { userId } = await givenUser(t, given)
    expect(await given.identity.setPassword(userId, 'otter', RULES)).toEqual({
      kind: 'refused',
      faults: ['short', 'mix'],
    })
    expect(await given.identity.setPassword(userId, 'a1'.repeat(150), RULES)).toEqual({
      kind: 'refused',
      faults: ['long'],
    })
  })

  test('ends the other sessions and makes the old password useless', async () => {
    const { userId, email } = await givenUser(t, given, { password: PASSWORD })
    const here = await given.identity.signInWithPassword({ login: email, password: PASSWORD })
    const there = await given.identity.signInWithPassword({ login: email, password: PASSWORD })
    if (here.kind !== 'signed-in' || there.kind !== 'signed-in') throw new Error('no session')
    await given.identity.setPassword(userId, 'Nine-badgers-5-pie', RULES, { keep: here.session.sessionId })
    expect(await given.identity.sessionOfToken(here.session.token)).not.toBeNull()
    expect(await given.identity.sessionOfToken(there.session.token)).toBeNull()
    expect(await given.identity.signInWithPassword({ login: email, password: PASSWORD })).toEqual({ kind: 'wrong' })
    expect(await given.identity.signInWithPassword({ login: email, password: 'Nine-badgers-5-pie' })).toMatchObject({
      kind: 'signed-in',
    })
  })
})
