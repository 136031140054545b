import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { givenUser, PASSWORD, placeOf, useIdentity } from '#tests/support/identity.ts'

describe('who may sign in as whom', () => {
  const t = useDatabase()
  const given = useIdentity(t, { sample: true })
  const parent = () => givenPerson(t, given.organisation, { kind: 'parent' })

  test('is said once however often it is said', async () => {
    const { person, userId, email } = await givenUser(t, given)
    expect(await given.identity.ensureUser({ ...placeOf(person), email: ` ${email.toUpperCase()}` })).toBe(userId)
    expect(await given.identity.userOf(person.organisationId, person.personId)).toBe(userId)
  })

  test('gives two parents with one mailbox one sign-in, and lets them say who they are', async () => {
    const [one, two] = [await parent(), await parent()]
    const email = 'family@otterbank.example'
    const userId = await given.identity.ensureUser({ ...placeOf(one), email })
    expect(await given.identity.ensureUser({ ...placeOf(two), email })).toBe(userId)
    const { token } = await given.identity.signInAs(userId)
    const session = await given.identity.sessionOfToken(token)
    if (session === null) throw new Error('no session')
    expect(session).toMatchObject(placeOf(one))
    await given.identity.changePlace(session, placeOf(two))
    expect(await given.identity.sessionOfToken(token)).toMatchObject(placeOf(two))
    const stranger = await givenUser(t, given)
    await expect(given.identity.changePlace(session, placeOf(stranger.person))).rejects.toMatchObject({
      code: 'identity.place.not.yours',
    })
  })

  test('follows a changed address, and ends what the old one opened', async () => {
    const { person, userId, email } = await givenUser(t, given, { password: PASSWORD })
    const { token } = await given.identity.signInAs(userId)
    expect(await given.identity.ensureUser({ ...placeOf(person), email: 'renamed@larkbeck.example' })).toBe(userId)
    expect(await given.identity.sessionOfToken(token)).toBeNull()
    expect(await given.identity.signInWithPassword({ login: email, password: PASSWORD })).toEqual({ kind: 'wrong' })
    const renamed = await given.identity.signInWithPassword({ login: 'renamed@larkbeck.example', password: PASSWORD })
    expect(renamed.kind).toBe('signed-in')
  })

  test('moves one parent out of a shared mailbox without touching the other', async () => {
    const [one, two] = [await parent(), await parent()]
    const email = 'shared@otterbank.example'
    const shared = await given.identity.ensureUser({ ...placeOf(one), email })
    await given.identity.ensureUser({ ...placeOf(two), email })
    const own = await given.identity.ensureUser({ ...placeOf(two), email: 'two@otterbank.example' })
    expect(own).not.toBe(shared)
    expect(await given.identity.placesOf(shared)).toEqual([placeOf(one)])
    expect(await given.identity.placesOf(own)).toEqual([placeOf(two)])
  })

  test('comes back for somebody who comes back', async () => {
    const { person, userId, email } = await givenUser(t, given)
    await given.identity.endAccess(person.organisationId, person.personId)
    expect(await given.identity.userOf(person.organisationId, person.personId)).toBeNull()
    expect(await given.identity.ensureUser({ ...placeOf(person), email })).toBe(userId)
    expect(await given.identity.signInAs(userId)).toMatchObject(placeOf(person))
  })

  test('is said for a whole roster as for each one', async () => {
    const known = await givenUser(t, given)
    const [one, two, pupil] = [
      await parent(),
      await parent(),
      await givenPerson(t, given.organisation, { kind: 'pupil' }),
    ]
    const email = 'roster@otterbank.example'
    const roster = [
      { ...placeOf(one), email },
      { ...placeOf(two), email },
      { ...placeOf(pupil), email: null },
      { ...placeOf(known.person), email: 'moved@larkbeck.example' },
    ]
    await given.identity.ensureUsers(roster)
    await given.identity.ensureUsers(roster)
    const users = await Promise.all(roster.map((r) => given.identity.userOf(r.organisationId, r.personId)))
    expect(users[0]).toBe(users[1])
    expect(users[3]).toBe(known.userId)
    expect(new Set(users).size).toBe(3)
    const emails = await t.peek('select id, email from identity."user" where id = any($1)', [users])
    expect(emails).toEqual(
      expect.arrayContaining([
        { id: users[0], email },
        { id: users[2], email: null },
        { id: users[3], email: 'moved@larkbeck.example' },
      ]),
    )
  })

  test('is settled once when it is said by two at once', async () => {
    const people = [await parent(), await parent(), await parent()]
    const email = 'hurry@otterbank.example'
    const users = await Promise.all(people.map((person) => given.identity.ensureUser({ ...placeOf(person), email })))
    expect(new Set(users).size).toBe(1)
  })
})
