import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import type { Known } from '#tests/support/identity.ts'
import { everyRow, givenUser, PASSWORD, placeOf, RULES, useIdentity } from '#tests/support/identity.ts'

describe('a letter', () => {
  const t = useDatabase()
  const given = useIdentity(t)
  const office = () => systemActor(given.organisation.organisationId, 'test/office')
  const issue = ({ person, email }: Pick<Known, 'person'> & { email: string | null }) =>
    t.as(office(), (tx) => given.identity.issueLetter(tx, { ...placeOf(person), email }))
  const parent = () => givenUser(t, given, { kind: 'parent' })
  const use = (code: string) => given.identity.signInWithLetter({ code })

  test('signs the one person in to whom it was addressed, typed as people type', async () => {
    const known = await parent()
    const { code, expiresAt } = await issue(known)
    expect(code).toMatch(/^([3-9A-Y]{4}-){3}[3-9A-Y]{4}$/)
    expect(expiresAt).toEqual(t.clock.now().add({ hours: 14 * 24 }))
    const answer = await use(` ${code.toLowerCase().replaceAll('-', ' ')} `)
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    expect(await given.identity.sessionOfToken(answer.session.token)).toMatchObject({
      ...placeOf(known.person),
      method: 'letter',
    })
  })

  test('works once, also when it is used twice at once', async () => {
    const { code } = await issue(await parent())
    const answers = await Promise.all([1, 2, 3].map(() => use(code)))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['signed-in', 'wrong', 'wrong'])
  })

  test('stops working when a new one is printed, and after fourteen days', async () => {
    const known = await parent()
    const [first, second] = [await issue(known), await issue(known)]
    expect((await use(first.code)).kind).toBe('wrong')
    t.clock.advance({ hours: 14 * 24 })
    expect((await use(second.code)).kind).toBe('wrong')
  })

  test('is made for somebody without any address', async () => {
    const { person } = await givenUser(t, given, { kind: 'parent' })
    await given.identity.ensureUser({ ...placeOf(person), email: null })
    const { code } = await issue({ person, email: null })
    expect((await use(code)).kind).toBe('signed-in')
  })

  test('is not made for somebody with a password, and one that was made before dies with it', async () => {
    const known = await givenUser(t, given)
    const { code } = await issue(known)
    await given.identity.setPassword(known.userId, PASSWORD, RULES)
    expect((await use(code)).kind).toBe('wrong')
    await expect(issue(known)).rejects.toMatchObject({ code: 'identity.letter.password' })
  })

  test('is not made for somebody who belongs to another organisation too', async () => {
    const known = await parent()
    const { code } = await issue(known)
    const elsewhere = await givenUser(t, given, { kind: 'parent', organisation: await givenOrganisation(t) })
    await given.identity.ensureUser({ ...placeOf(elsewhere.person), email: known.email })
    await expect(issue(known)).rejects.toMatchObject({ code: 'identity.letter.elsewhere' })
    expect((await use(code)).kind).toBe('wrong')
  })

  test('opens no second person of the same mailbox', async () => {
    const one = await parent()
    const other = await givenUser(t, given)
    await given.identity.ensureUser({ ...placeOf(other.person), email: one.email })
    const { code } = await issue(one)
    const answer = await use(code)
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    const session = await given.identity.sessionOfToken(answer.session.token)
    if (session === null) throw new Error('no session')
    await expect(given.identity.changePlace(session, placeOf(other.person))).rejects.toMatchObject({
      name: 'Forbidden',
    })
  })

  test('opens nothing for somebody who has left since', async () => {
    const known = await parent()
    const { code } = await issue(known)
    await given.identity.endAccess(known.person.organisationId, known.person.personId)
    expect((await use(code)).kind).toBe('wrong')
  })

  test('is not kept when the transaction that writes down who printed it fails', async () => {
    const known = await parent()
    const codes: string[] = []
    const failing = t.as(office(), async (tx) => {
      codes.push((await given.identity.issueLetter(tx, { ...placeOf(known.person), email: known.email })).code)
      throw new Error('on the way')
    })
    await expect(failing).rejects.toThrow('on the way')
    expect((await use(codes[0] ?? '')).kind).toBe('wrong')
  })

  test('is stored without its code', async () => {
    const { code } = await issue(await parent())
    const rows = await everyRow(t)
    for (const text of [code, code.replaceAll('-', '')]) expect(rows).not.toContain(text)
  })
})
