import { describe, expect, test } from 'vitest'
import { openCsrf } from '#platform/web/csrf.ts'
import { BASE_URL, testKeys, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

/** The token of everybody who has not signed in. */
const csrf = openCsrf(testKeys.derive('csrf')).tokenFor(null)

/** What anybody can write into a request, and some proxies pass on. */
const SAID = {
  'x-forwarded-for': '203.0.113.77',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  forwarded: 'for=203.0.113.77;host=evil.example;proto=http',
}

async function givenStaff(login: string) {
  const { organisationId, personId } = await givenPerson(t, await givenOrganisation(t), { kind: 'staff' })
  const userId = await kept.identity.ensureUser({ organisationId, personId, email: login })
  await kept.identity.setPassword(userId, 'heron pylon marmalade', { minimum: 12, mix: 0 })
}

describe('what a proxy says about a request', () => {
  test('does not make a form from another site one of ours', async () => {
    const forged = { ...SAID, origin: 'https://evil.example', 'sec-fetch-site': undefined }
    expect(
      (await kept.post('/sign-in/mail', { address: 'a@larkbeck.example' }, null, { csrf, headers: forged })).status,
    ).toBe(403)
    const ours = { ...SAID, origin: BASE_URL, 'sec-fetch-site': undefined }
    expect(
      (await kept.post('/sign-in/mail', { address: 'a@larkbeck.example' }, null, { csrf, headers: ours })).status,
    ).toBe(200)
  })

  test('changes neither where links lead nor how the cookie is set', async () => {
    await givenStaff('noor@larkbeck.example')
    await kept.post('/sign-in/mail', { address: 'noor@larkbeck.example' }, null, { csrf, headers: SAID })
    expect(kept.letters.at(-1)?.url.startsWith(`${BASE_URL}/sign-in/link?token=`)).toBe(true)
    const fields = { login: 'noor@larkbeck.example', password: 'heron pylon marmalade' }
    const answer = await kept.post('/sign-in/password', fields, null, { csrf, headers: SAID })
    expect([answer.status, answer.location]).toEqual([303, '/'])
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-kept=.*; Secure/)
  })

  test('gives nobody more tries, whatever address each request names', async () => {
    await givenStaff('amal@larkbeck.example')
    const fields = { login: 'amal@larkbeck.example', password: 'not this one at all' }
    const statuses: number[] = []
    for (let number = 0; number < 11; number += 1) {
      const headers = { ...SAID, 'x-forwarded-for': `203.0.113.${number}` }
      statuses.push((await kept.post('/sign-in/password', fields, null, { csrf, headers })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429])
  })
})
