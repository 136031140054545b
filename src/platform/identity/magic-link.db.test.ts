import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { everyRow, givenUser, placeOf, useIdentity } from '#tests/support/identity.ts'

describe('a magic link', () => {
  const t = useDatabase()
  const given = useIdentity(t)
  const tokenFor = async (email: string): Promise<string> => {
    expect(await given.identity.startMagicLink(email)).toEqual({ kind: 'sent-if-known' })
    const letter = given.letters.findLast(({ to }) => to === email)
    return new URL(letter?.url ?? '').searchParams.get('token') ?? ''
  }

  test('signs a parent in', async () => {
    const { email, person } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    expect(given.letters.at(-1)?.url).toBe(`https://kept.example/sign-in/link?token=${token}`)
    const answer = await given.identity.finishMagicLink(token)
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    expect(await given.identity.sessionOfToken(answer.session.token)).toMatchObject({
      ...placeOf(person),
      method: 'link',
    })
  })

  test('works once, also when it is pressed twice at once', async () => {
    const { email } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    const answers = await Promise.all([1, 2, 3].map(() => given.identity.finishMagicLink(token)))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['signed-in', 'wrong', 'wrong'])
    expect(await given.identity.finishMagicLink(token)).toEqual({ kind: 'wrong' })
  })

  test('stops working after its time', async () => {
    const { email } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    t.clock.advance({ minutes: 15 })
    expect(await given.identity.finishMagicLink(token)).toEqual({ kind: 'wrong' })
  })

  test('works until then by the clock of the program, whatever that of the machine says', async () => {
    const { email } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    t.clock.advance({ minutes: 14, seconds: 59 })
    expect((await given.identity.finishMagicLink(token)).kind).toBe('signed-in')
  })

  test('is refused when it was made up', async () => {
    for (const token of ['', 'x', 'a'.repeat(43), '../..', 'a'.repeat(100_000)]) {
      expect(await given.identity.finishMagicLink(token)).toEqual({ kind: 'wrong' })
    }
  })

  test('is not sent to a stranger, a leaver or nonsense, and the answer is the same', async () => {
    const { email, person } = await givenUser(t, given, { kind: 'parent' })
    await given.identity.endAccess(person.organisationId, person.personId)
    const before = given.letters.length
    for (const to of ['stranger@larkbeck.example', email, 'nonsense', '', `${'a'.repeat(400)}@larkbeck.example`]) {
      expect(await given.identity.startMagicLink(to)).toEqual({ kind: 'sent-if-known' })
    }
    expect(given.letters).toHaveLength(before)
  })

  test('opens nothing when the person has left since', async () => {
    const { email, person } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    await given.identity.endAccess(person.organisationId, person.personId)
    expect(await given.identity.finishMagicLink(token)).toEqual({ kind: 'wrong' })
  })

  test('is sent five times in a quarter of an hour, to an address known or not', async () => {
    const { email } = await givenUser(t, given, { kind: 'parent' })
    for (const to of [email, 'another-stranger@larkbeck.example']) {
      for (let times = 0; times < 5; times += 1) await given.identity.startMagicLink(to)
      expect(await given.identity.startMagicLink(to)).toEqual({
        kind: 'too-many',
        retryAt: t.clock.now().add({ minutes: 15 }),
      })
    }
    expect(given.letters.filter(({ to }) => to === email)).toHaveLength(5)
  })

  test('is stored without its token', async () => {
    const { email } = await givenUser(t, given, { kind: 'parent' })
    const token = await tokenFor(email)
    expect(await t.peek("select 1 from identity.pass where kind = 'link'")).not.toEqual([])
    expect(await everyRow(t)).not.toContain(token)
  })
})
