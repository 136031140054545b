import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const kept = useApp(t)

const PASSWORD = 'Seven-otters-4-tea'
const NEW = 'heron pylon marmalade'
let count = 0

async function given(
  kind: 'staff' | 'parent' = 'staff',
  options: { login?: string; organisation?: GivenOrganisation } = {},
) {
  count += 1
  const organisation = options.organisation ?? (await givenOrganisation(t, `School ${count}`))
  const name = `Person Number${count}`
  const person = await givenPerson(t, organisation, { kind, name, posts: kind === 'staff' ? ['dsl'] : [] })
  const login = options.login ?? `you-${count}@larkbeck.example`
  const { organisationId, personId } = person
  const userId = await kept.identity.ensureUser({ organisationId, personId, email: login })
  if (kind === 'staff') await kept.identity.setPassword(userId, PASSWORD, { minimum: 10, mix: 2 })
  return { person, login, userId, organisation, name }
}

describe('the page about oneself', () => {
  test('says who one is, with posts in the policy’s own words', async () => {
    const { person, organisation, name, login } = await given()
    await givenPolicy(t, organisation)
    const { text } = await kept.get('/you', person)
    for (const words of [name, 'Designated Safeguarding Lead', 'since 1 September 2026', login])
      expect(text).toContain(words)
  })

  test('lets a parent with two places go on in the other', async () => {
    const one = await given('parent', { login: 'both@family.example' })
    const other = await given('parent', { login: 'both@family.example' })
    const browser = await kept.signedIn(one.person)
    expect((await browser.get('/you')).text).toContain(other.name)
    const place = `${other.person.organisationId} ${other.person.personId}`
    expect((await browser.post('/you/place', { place })).status).toBe(303)
    expect((await browser.get('/you')).text).toContain(other.name)
    expect(await kept.identity.sessionOf(browser.cookie)).toMatchObject({ personId: other.person.personId })
  })

  test('never lets anybody go on as a person who is not theirs', async () => {
    const [one, other] = [await given('parent'), await given('parent')]
    const place = `${other.person.organisationId} ${other.person.personId}`
    expect((await kept.post('/you/place', { place }, one.person)).status).toBe(403)
  })
})

describe('changing the password', () => {
  test('asks for the one until now, ends the other sessions and gives this browser a new one', async () => {
    const { person, login } = await given()
    const [here, there] = [await kept.signedIn(person), await kept.signedIn(person)]
    const before = here.cookie
    const answer = await here.submit('/you', '/you/password', { currentPassword: PASSWORD, newPassword: NEW })
    expect([answer.status, answer.location]).toEqual([303, '/you'])
    expect(here.cookie).not.toBe(before)
    expect((await here.get('/you')).text).toContain('Your password is changed')
    expect(await kept.identity.sessionOf(there.cookie)).toBeNull()
    const again = kept.browser()
    expect((await again.submit('/sign-in/password', '/sign-in/password', { login, password: NEW })).status).toBe(303)
  })

  test.each([
    ['a wrong old one', { currentPassword: 'something else', newPassword: NEW }, 'This is not your password until now'],
    ['no old one', { newPassword: NEW }, 'Type your password until now'],
    ['a short new one', { currentPassword: PASSWORD, newPassword: 'heron' }, 'Use at least 12 characters'],
  ])('is refused with %s, beside the field, and the session stands', async (_what, fields, says) => {
    const { person } = await given()
    const browser = await kept.signedIn(person)
    const answer = await browser.submit('/you', '/you/password', fields)
    expect([answer.status, answer.text.includes(says)]).toEqual([400, true])
    expect(answer.body).not.toContain(NEW)
    expect(await kept.identity.sessionOf(browser.cookie)).not.toBeNull()
  })

  test('needs no old one right after a mailed link', async () => {
    const { login } = await given()
    const browser = kept.browser()
    await browser.submit('/sign-in/mail', '/sign-in/mail', { address: login })
    const url = new URL(kept.letters.at(-1)?.url ?? '')
    await browser.submit(`${url.pathname}${url.search}`, '/sign-in/link')
    expect((await browser.submit('/you', '/you/password', { newPassword: NEW })).status).toBe(303)
  })

  test('is not offered to a parent', async () => {
    const { person } = await given('parent')
    expect((await kept.get('/you', person)).body).not.toContain('newPassword')
    expect((await kept.post('/you/password', { newPassword: NEW }, person)).status).toBe(403)
  })
})
