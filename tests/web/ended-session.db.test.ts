import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import type { Answer, Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

const PASSWORD = 'Seven-otters-4-tea'
const TYPED = 'A long note\nabout “what” was seen <by> the pond & after'
const ADDRESS = '/you/password'
let count = 0

async function givenStaff(organisation?: GivenOrganisation) {
  count += 1
  const person = await givenPerson(t, organisation ?? (await givenOrganisation(t)), { kind: 'staff' })
  const login = `ended-${count}@larkbeck.example`
  const { organisationId, personId } = person
  const userId = await kept.identity.ensureUser({ organisationId, personId, email: login })
  await kept.identity.setPassword(userId, PASSWORD, { minimum: 10, mix: 2 })
  return { person, login, userId }
}

/** Somebody typed, was signed out meanwhile, and sent it. */
async function sentTooLate(options: { fields?: Record<string, string> } = {}) {
  const staff = await givenStaff()
  const browser = await kept.signedIn(staff.person)
  await kept.identity.signOutEverywhere(staff.userId)
  const answer = await browser.post(ADDRESS, { note: TYPED, tick: ['a', 'b'], ...options.fields })
  return { staff, browser, answer }
}

/** The doors, the password, and the page that the browser is sent on to. */
async function signInWith(browser: Browser, ended: Answer, login: string): Promise<Answer> {
  const doors = await browser.post('/sign-in/kept', ended.form('/sign-in/kept').fields)
  const door = await browser.post('/sign-in/kept', { ...doors.form('/sign-in/kept').fields, door: 'password' })
  const fields = { ...door.form('/sign-in/password').fields, login, password: PASSWORD }
  const letIn = await browser.post('/sign-in/password', fields)
  expect([letIn.status, letIn.location]).toEqual([307, '/sign-in/kept'])
  return browser.post('/sign-in/kept', fields)
}

describe('a form that is sent after the session ended', () => {
  test('is answered with 401 and holds what was typed, unreadable', async () => {
    const { answer } = await sentTooLate()
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('What you typed is kept for two hours')
    expect(answer.body).not.toContain('the pond')
    expect(answer.form('/sign-in/kept').fields.kept).toMatch(/^[\w-]{100,}$/)
  })

  test('can be sent by its own person after signing in, with every field as it was', async () => {
    const { staff, browser, answer } = await sentTooLate()
    const page = await signInWith(browser, answer, staff.login)
    expect(page.status).toBe(200)
    expect(page.text).toContain('We kept what you typed')
    expect(page.body).toContain('name="tick" value="a"')
    const form = page.form(ADDRESS)
    expect(form.fields).toMatchObject({ note: TYPED, tick: 'b' })
    expect(form.fields._csrf).toBe(browser.csrf)
  })

  test('is not shown to another person who signs in at the same browser', async () => {
    const { browser, answer } = await sentTooLate()
    const other = await givenStaff()
    const page = await signInWith(browser, answer, other.login)
    expect(page.status).toBe(409)
    expect(page.body).not.toContain('the pond')
    expect(page.forms.map((form) => form.action)).not.toContain(ADDRESS)
  })

  test('is not shown to another person of the same user either', async () => {
    const { staff, answer } = await sentTooLate()
    const twin = await givenPerson(t, await givenOrganisation(t), { kind: 'parent' })
    const { organisationId, personId } = twin
    await kept.identity.ensureUser({ organisationId, personId, email: staff.login })
    const browser = await kept.signedIn(twin)
    const page = await browser.post('/sign-in/kept', answer.form('/sign-in/kept').fields)
    expect([page.status, page.body.includes('the pond')]).toEqual([409, false])
  })

  test('is over after two hours', async () => {
    const { staff, answer } = await sentTooLate()
    t.clock.advance({ hours: 2 })
    const page = await (await kept.signedIn(staff.person)).post('/sign-in/kept', answer.form('/sign-in/kept').fields)
    expect([page.status, page.body.includes('the pond')]).toEqual([409, false])
  })

  test('keeps no password and no token', async () => {
    const secrets = { password: 'my secret one', newPassword: 'my secret two', token: 'my secret three' }
    const { staff, answer } = await sentTooLate({ fields: secrets })
    const browser = await kept.signedIn(staff.person)
    const page = await browser.post('/sign-in/kept', answer.form('/sign-in/kept').fields)
    expect(page.text).toContain('We kept what you typed')
    expect(page.body).not.toContain('my secret')
  })

  test('drawn for nobody is not kept', async () => {
    const { staff } = await sentTooLate()
    const browser = await kept.signedIn(staff.person)
    browser.forget()
    const answer = await browser.post(ADDRESS, { note: TYPED, _csrf: 'x' })
    expect([answer.status, answer.text.includes('could not be kept')]).toEqual([401, true])
  })

  test('a changed seal opens nothing', async () => {
    const { staff, answer } = await sentTooLate()
    const text = answer.form('/sign-in/kept').fields.kept ?? ''
    const browser = await kept.signedIn(staff.person)
    const changed = `${text.slice(0, 60)}${text[60] === 'A' ? 'B' : 'A'}${text.slice(61)}`
    expect((await browser.post('/sign-in/kept', { kept: changed })).status).toBe(409)
  })

  test('in a tab from before signing in again is kept too, and not done', async () => {
    const { person } = await givenStaff()
    const before = await kept.signedIn(person)
    const now = await kept.signedIn(person)
    const answer = await now.post(ADDRESS, { note: TYPED }, { csrf: before.csrf })
    expect([answer.status, answer.text.includes('Please send it once more')]).toEqual([401, true])
    const page = await now.post('/sign-in/kept', answer.form('/sign-in/kept').fields)
    expect(page.form(ADDRESS).fields.note).toBe(TYPED)
  })
})

describe('a page that is only looked at after the session ended', () => {
  test('leads to the sign-in and back', async () => {
    const answer = await kept.get('/you?from=menu')
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?next=%2Fyou%3Ffrom%3Dmenu'])
  })
})

describe('a forged form', () => {
  const send = async (options: { csrf?: string | null; headers?: Record<string, string | undefined> }) => {
    const { person } = await givenStaff()
    return (await kept.signedIn(person)).post('/sign-out/everywhere', {}, options)
  }
  test.each([
    ['without a token', { csrf: null }],
    ['with a made-up token', { csrf: 'x.y' }],
    ['with the token of people without a session', { csrf: '' }],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['from another host of the same site', { headers: { 'sec-fetch-site': 'same-site' } }],
    [
      'from another origin, in an old browser',
      { headers: { 'sec-fetch-site': undefined, origin: 'https://evil.example' } },
    ],
    ['from nowhere', { headers: { 'sec-fetch-site': undefined, origin: undefined } }],
    ['from a null origin', { headers: { 'sec-fetch-site': undefined, origin: 'null' } }],
  ])('%s is refused', async (_how, options) => expect((await send(options)).status).toBe(403))

  test('with another person’s token is refused', async () => {
    const [one, other] = [await givenStaff(), await givenStaff()]
    const theirs = (await kept.signedIn(other.person)).csrf
    const browser = await kept.signedIn(one.person)
    expect((await browser.post('/sign-out/everywhere', {}, { csrf: theirs })).status).toBe(403)
    expect(await kept.identity.sessionOf(browser.cookie)).not.toBeNull()
  })
})
