import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

const PASSWORD = 'Seven-otters-4-tea'
let count = 0

async function givenStaff() {
  count += 1
  const person = await givenPerson(t, await givenOrganisation(t), { kind: 'staff' })
  const login = `staff-${count}@larkbeck.example`
  const userId = await kept.identity.ensureUser({ ...place(person), email: login })
  await kept.identity.setPassword(userId, PASSWORD, { minimum: 10, mix: 2 })
  return { person, login }
}

const place = ({ organisationId, personId }: { organisationId: string; personId: string }) => ({
  organisationId,
  personId,
})

async function givenCard() {
  const pupil = await givenPerson(t, await givenOrganisation(t), { kind: 'pupil', yearGroup: 5 })
  count += 1
  const classCode = `K7TR4${'MNPRTWXY'[count % 8]}`
  return { pupil, ...(await kept.identity.issueCard({ ...place(pupil), classCode })) }
}

describe('the doors', () => {
  test('a stranger is sent to them, and they name each way in', async () => {
    await givenOrganisation(t)
    const browser = kept.browser()
    expect((await browser.get('/')).location).toBe('/sign-in')
    const { text, body } = await browser.get('/sign-in')
    expect(text).toContain('I am a pupil')
    expect(body).toContain('href="/sign-in/card"')
    expect(body).toContain('href="/sign-in/mail"')
    expect(body).toContain('href="/sign-in/password"')
  })

  test('nobody is signed in with one press outside the sample', async () => {
    const { person } = await givenStaff()
    expect((await kept.post('/sign-in/as', { person: person.personId })).status).toBe(404)
  })
})

describe('with a password', () => {
  test('staff reach their own work', async () => {
    const { login } = await givenStaff()
    const browser = kept.browser()
    const answer = await browser.submit('/sign-in/password', '/sign-in/password', { login, password: PASSWORD })
    expect([answer.status, answer.location]).toEqual([303, '/'])
    expect(answer.headers['set-cookie']).toMatch(/^__Host-kept=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect((await browser.get('/')).location).toBe('/duties')
  })

  test('a wrong password is told beside its field, and the address stays', async () => {
    const { login } = await givenStaff()
    const answer = await kept
      .browser()
      .submit('/sign-in/password', '/sign-in/password', { login, password: 'wrong one' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('do not go together')
    expect(answer.body).toContain('<title>Error: ')
    expect(answer.form('/sign-in/password').fields.login).toBe(login)
    expect(answer.body).not.toContain('wrong one')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('an unknown address is answered in the same words', async () => {
    const { login } = await givenStaff()
    const send = (address: string) =>
      kept.browser().submit('/sign-in/password', '/sign-in/password', { login: address, password: 'wrong one' })
    const [known, unknown] = [await send(login), await send('nobody@larkbeck.example')]
    expect(unknown.text.replace('nobody@larkbeck.example', '')).toBe(known.text.replace(login, ''))
  })

  test('every empty field is named', async () => {
    const answer = await kept.browser().submit('/sign-in/password', '/sign-in/password', {})
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Type your mail address')
    expect(answer.text).toContain('Type your password')
  })

  test('after ten wrong tries the page says when to try again', async () => {
    const { login } = await givenStaff()
    const browser = kept.browser()
    const send = (password: string) => browser.submit('/sign-in/password', '/sign-in/password', { login, password })
    for (let tries = 0; tries < 10; tries += 1) expect((await send('wrong one')).status).toBe(400)
    const closed = await send(PASSWORD)
    expect(closed.status).toBe(429)
    expect(closed.text).toContain('You can try again today at 10:15, or sign in with a link.')
  })

  test('a new session ends the one that the browser had', async () => {
    const [first, second] = [await givenStaff(), await givenStaff()]
    const browser = await kept.signedIn(first.person)
    const before = browser.cookie
    await browser.submit('/sign-in/password', '/sign-in/password', { login: second.login, password: PASSWORD })
    expect(browser.cookie).not.toBe(before)
    expect(await kept.identity.sessionOf(before)).toBeNull()
    expect(await kept.identity.sessionOf(browser.cookie)).toMatchObject({ personId: second.person.personId })
  })
})

describe('with a card', () => {
  test('a pupil gets in with both codes, typed in small letters', async () => {
    const { classCode, cardCode } = await givenCard()
    const browser = kept.browser()
    const typed = { classCode: classCode.toLowerCase(), cardCode: cardCode.toLowerCase().replace('-', ' ') }
    expect((await browser.submit('/sign-in/card', '/sign-in/card', typed)).status).toBe(303)
    expect((await browser.get('/')).location).toBe('/agreements/mine')
  })

  test('a wrong card is refused, and the card code is not shown again', async () => {
    const { classCode } = await givenCard()
    const answer = await kept.browser().submit('/sign-in/card', '/sign-in/card', { classCode, cardCode: 'CHK7T-R4MWX' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('These two codes do not go together')
    expect(answer.form('/sign-in/card').fields).toMatchObject({ classCode, cardCode: '' })
  })

  test('a revoked card opens nothing', async () => {
    const { pupil, cardId, classCode, cardCode } = await givenCard()
    await kept.identity.revokeCard(pupil.organisationId, cardId)
    const answer = await kept.browser().submit('/sign-in/card', '/sign-in/card', { classCode, cardCode })
    expect(answer.status).toBe(400)
  })
})

describe('with a link', () => {
  test('a parent gets a letter, and the button behind its link lets them in once', async () => {
    const parent = await givenPerson(t, await givenOrganisation(t), { kind: 'parent' })
    await kept.identity.ensureUser({ ...place(parent), email: 'abena@family.example' })
    const browser = kept.browser()
    const sent = await browser.submit('/sign-in/mail', '/sign-in/mail', { address: 'Abena@Family.example' })
    expect(sent.text).toContain('Look in your mail')
    const url = new URL(kept.letters.at(-1)?.url ?? '')
    const link = `${url.pathname}${url.search}`
    // A program that looks through mail opens the link: nothing happens.
    expect((await kept.browser().get(link)).headers['set-cookie']).toBeUndefined()
    expect((await browser.submit(link, '/sign-in/link')).status).toBe(303)
    expect((await browser.get('/')).location).toBe('/agreements/mine')
    const again = await kept.browser().submit(link, '/sign-in/link')
    expect([again.status, again.text.includes('does not work any more')]).toEqual([400, true])
  })

  test('an unknown address gets the same answer and no letter', async () => {
    const before = kept.letters.length
    const answer = await kept.browser().submit('/sign-in/mail', '/sign-in/mail', { address: 'nobody@family.example' })
    expect([answer.status, kept.letters.length]).toEqual([200, before])
    expect(answer.text).toContain('If the school knows nobody@family.example')
  })

  test('what is no address is told beside its field', async () => {
    const answer = await kept.browser().submit('/sign-in/mail', '/sign-in/mail', { address: 'abena' })
    expect([answer.status, answer.text.includes('Type a mail address like')]).toEqual([400, true])
  })

  test('the sixth request in a quarter of an hour is told when to try again', async () => {
    const browser = kept.browser()
    const ask = () => browser.submit('/sign-in/mail', '/sign-in/mail', { address: 'many@family.example' })
    for (let tries = 0; tries < 5; tries += 1) expect((await ask()).status).toBe(200)
    const closed = await ask()
    expect([closed.status, closed.text.includes('You can try again today at 10:15')]).toEqual([429, true])
  })
})

describe('after signing in', () => {
  test('goes on to the page that was asked for', async () => {
    const { login } = await givenStaff()
    const page = '/sign-in/password?next=%2Fpolicy%3Fpage%3D2'
    const answer = await kept.browser().submit(page, '/sign-in/password', { login, password: PASSWORD })
    expect(answer.location).toBe('/policy?page=2')
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%09/evil.example'])(
    'never goes on to %s',
    async (next) => {
      const { login } = await givenStaff()
      const fields = { login, password: PASSWORD, next: decodeURIComponent(next) }
      const answer = await kept.browser().submit('/sign-in/password', '/sign-in/password', fields)
      expect(answer.location).toBe('/')
    },
  )
})

describe('signing out', () => {
  test('ends the session and takes the cookie away', async () => {
    const { person } = await givenStaff()
    const browser = await kept.signedIn(person)
    const cookie = browser.cookie
    expect((await browser.post('/sign-out', {})).location).toBe('/sign-in')
    expect(browser.cookie).toBe('')
    expect(await kept.identity.sessionOf(cookie)).toBeNull()
  })

  test('everywhere ends every session of the person', async () => {
    const { person } = await givenStaff()
    const [here, there] = [await kept.signedIn(person), await kept.signedIn(person)]
    await here.post('/sign-out/everywhere', {})
    expect(await kept.identity.sessionOf(there.cookie)).toBeNull()
  })
})
