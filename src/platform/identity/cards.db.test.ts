import { describe, expect, test } from 'vitest'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { everyRow, placeOf, useIdentity } from '#tests/support/identity.ts'
import { classCodeOf, newCardCode, readCode } from './card-code.ts'

describe('a card code', () => {
  test('has at least 40 random bits', () => {
    const codes = Array.from({ length: 400 }, () => newCardCode().replace('-', ''))
    const letters = Array.from(codes[0] ?? '', (_, place) => new Set(codes.map((code) => code[place])).size)
    expect(letters.reduce((bits, some) => bits + Math.log2(some), 0)).toBeGreaterThan(40)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('has no character that can be taken for another, and no vowel', () => {
    for (let times = 0; times < 200; times += 1) {
      expect(newCardCode()).toMatch(/^[3479CDFHJKMNPRTWXY]{5}-[3479CDFHJKMNPRTWXY]{5}$/)
      expect(classCodeOf(newId())).toMatch(/^[3479CDFHJKMNPRTWXY]{6}$/)
    }
  })

  test('is read as children type it', () => {
    expect(readCode(' chk7t r4mwx ')).toBe('CHK7TR4MWX')
    expect(readCode('chk7t-r4mwx')).toBe('CHK7TR4MWX')
    for (const text of ['', 'x', "'; drop table", 'ä'.repeat(6), 'A'.repeat(25)]) expect(readCode(text)).toBeNull()
  })
})

describe('signing in with a card', () => {
  const t = useDatabase()
  const given = useIdentity(t)
  const givenCard = async (classCode = classCodeOf(newId())) => {
    const person = await givenPerson(t, given.organisation, { kind: 'pupil' })
    return { person, ...(await given.identity.issueCard({ ...placeOf(person), classCode })) }
  }

  test('opens a session of the pupil, who needs no address', async () => {
    const { person, classCode, cardCode } = await givenCard()
    const typed = { classCode: classCode.toLowerCase(), cardCode: cardCode.toLowerCase().replace('-', ' ') }
    const answer = await given.identity.signInWithCard(typed)
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    expect(await given.identity.sessionOfToken(answer.session.token)).toMatchObject({
      ...placeOf(person),
      method: 'card',
    })
    const users = await t.peek('select email from identity."user" where id = $1', [answer.session.userId])
    expect(users).toEqual([{ email: null }])
  })

  test('is refused with another class’s code, another card, or nonsense', async () => {
    const { classCode, cardCode } = await givenCard()
    const other = await givenCard()
    for (const input of [
      { classCode: other.classCode, cardCode },
      { classCode, cardCode: other.cardCode },
      { classCode, cardCode: newCardCode() },
      { classCode: classCodeOf(newId()), cardCode },
      { classCode: '', cardCode: '' },
    ]) {
      expect(await given.identity.signInWithCard(input)).toEqual({ kind: 'wrong' })
    }
  })

  test('is refused once the card is revoked, and what it opened ends', async () => {
    const { person, cardId, classCode, cardCode } = await givenCard()
    const answer = await given.identity.signInWithCard({ classCode, cardCode })
    if (answer.kind !== 'signed-in') throw new Error(answer.kind)
    expect(await given.identity.revokeCard(person.organisationId, cardId)).toBe(true)
    expect(await given.identity.sessionOfToken(answer.session.token)).toBeNull()
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toEqual({ kind: 'wrong' })
    expect(await given.identity.revokeCard(person.organisationId, cardId)).toBe(false)
  })

  test('cannot be revoked by another organisation', async () => {
    const { cardId, classCode, cardCode } = await givenCard()
    const other = await givenOrganisation(t, 'Fernhill School')
    expect(await given.identity.revokeCard(other.organisationId, cardId)).toBe(false)
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toMatchObject({ kind: 'signed-in' })
  })

  test('works with the newest card of the class only', async () => {
    const first = await givenCard()
    const second = await given.identity.issueCard({ ...placeOf(first.person), classCode: first.classCode })
    expect(await given.identity.signInWithCard(first)).toEqual({ kind: 'wrong' })
    expect(await given.identity.signInWithCard(second)).toMatchObject({ kind: 'signed-in' })
    expect(await given.identity.cardsOf(given.organisation.organisationId, first.classCode)).toMatchObject([
      { cardId: second.cardId, ...placeOf(first.person), issuedAt: t.clock.now() },
    ])
  })

  test('is refused to a pupil who has left', async () => {
    const { person, classCode, cardCode } = await givenCard()
    await given.identity.endAccess(person.organisationId, person.personId)
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toEqual({ kind: 'wrong' })
    expect(await given.identity.cardsOf(given.organisation.organisationId, classCode)).toEqual([])
  })

  test('counts tries per class, so that guessing through one class comes to an end', async () => {
    const { classCode, cardCode } = await givenCard()
    const elsewhere = await givenCard()
    for (let tries = 0; tries < 150; tries += 1) {
      expect(await given.identity.signInWithCard({ classCode, cardCode: newCardCode() })).toEqual({ kind: 'wrong' })
    }
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toEqual({
      kind: 'too-many',
      retryAt: t.clock.now().add({ minutes: 15 }),
    })
    expect(await given.identity.signInWithCard(elsewhere)).toMatchObject({ kind: 'signed-in' })
    t.clock.advance({ minutes: 15 })
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toMatchObject({ kind: 'signed-in' })
  })

  test('counts tries per card, and right ones not at all', async () => {
    const { classCode, cardCode } = await givenCard()
    for (let times = 0; times < 12; times += 1) {
      expect(await given.identity.signInWithCard({ classCode, cardCode })).toMatchObject({ kind: 'signed-in' })
    }
    const wrong = newCardCode()
    for (let tries = 0; tries < 10; tries += 1) await given.identity.signInWithCard({ classCode, cardCode: wrong })
    expect(await given.identity.signInWithCard({ classCode, cardCode: wrong })).toMatchObject({ kind: 'too-many' })
    expect(await given.identity.signInWithCard({ classCode, cardCode })).toMatchObject({ kind: 'signed-in' })
  })

  test('leaves no code in any row, with or without its dash', async () => {
    const { cardCode, classCode } = await givenCard()
    await given.identity.signInWithCard({ classCode, cardCode })
    const rows = await everyRow(t)
    expect(rows).toContain(classCode)
    expect(rows).not.toContain(cardCode)
    expect(rows).not.toContain(cardCode.replace('-', ''))
  })
})
