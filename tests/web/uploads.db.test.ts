import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

const FILE = { field: 'roster', name: 'roster.zip', type: 'application/zip', content: 'not a roster at all' }
const TYPED = { note: 'for the new year', password: 'my secret one' }

const givenManager = async () => givenPerson(t, await givenOrganisation(t), { kind: 'staff', posts: ['administrator'] })

/** The address of the upload form as the page shows it, with its token. */
async function addressOn(browser: Browser): Promise<string> {
  return (await browser.get('/people/import')).form('/people/import').action
}

const userIdOf = async ({ organisationId, personId }: PersonActor) =>
  (await kept.identity.userOf(organisationId, personId)) ?? ''

describe('an upload', () => {
  test('is taken once with its token, and then not again', async () => {
    const browser = await kept.signedIn(await givenManager())
    const address = await addressOn(browser)
    // Taken: the page says what is wrong with the file itself.
    expect((await browser.upload(address, {}, FILE)).status).toBe(400)
    const again = await browser.upload(address, TYPED, FILE)
    expect([again.status, again.text.includes('Please send it once more')]).toEqual([401, true])
    expect(again.text).toContain('The file is not kept')
  })

  test('is refused after an hour', async () => {
    const browser = await kept.signedIn(await givenManager())
    const address = await addressOn(browser)
    t.clock.advance({ minutes: 59 })
    await browser.get('/you')
    t.clock.advance({ minutes: 1 })
    expect((await browser.upload(address, {}, FILE)).status).toBe(401)
  })

  test('is refused with no token, a changed one, and the token of a form', async () => {
    const browser = await kept.signedIn(await givenManager())
    const address = await addressOn(browser)
    const changed = `${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of ['/people/import', changed, `/people/import?token=${browser.csrf}`])
      expect((await browser.upload(wrong, {}, FILE)).status).toBe(403)
  })

  test('is refused with another person’s token', async () => {
    const theirs = await addressOn(await kept.signedIn(await givenManager()))
    const browser = await kept.signedIn(await givenManager())
    expect((await browser.upload(theirs, {}, FILE)).status).toBe(403)
  })

  test('is refused with the token of another session of one’s own, and can be sent again', async () => {
    const person = await givenManager()
    const theirs = await addressOn(await kept.signedIn(person))
    expect((await (await kept.signedIn(person)).upload(theirs, {}, FILE)).status).toBe(401)
  })

  test('after the session ended keeps the words, not the file, and asks for it again', async () => {
    const person = await givenManager()
    const browser = await kept.signedIn(person)
    const address = await addressOn(browser)
    await kept.identity.signOutEverywhere(await userIdOf(person))
    const ended = await browser.upload(address, TYPED, FILE)
    expect([ended.status, ended.text.includes('You will be asked to choose it again')]).toEqual([401, true])
    const back = await kept.signedIn(person)
    const page = await back.post('/sign-in/kept', ended.form('/sign-in/kept').fields)
    expect(page.text).toContain('Choose it again')
    expect(page.body).not.toContain('not a roster')
    expect(page.body).not.toContain('my secret')
    const form = page.form('/people/import')
    expect(form.fields).toMatchObject({ note: TYPED.note, roster: '' })
    // The form that is shown carries a fresh token: it is taken.
    expect((await back.upload(form.action, { note: TYPED.note }, FILE)).status).toBe(400)
  })

  test('from a stranger is not read', async () => {
    const answer = await kept.browser().upload('/people/import?token=x', TYPED, FILE)
    expect([answer.status, answer.text.includes('could not be kept')]).toEqual([401, true])
  })
})
