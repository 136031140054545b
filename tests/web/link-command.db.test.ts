import { describe, expect, test } from 'vitest'
import { makeLink } from '#src/cli/sign-in.ts'
import { BASE_URL, testKeys, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)
const make = (address: string) =>
  makeLink(
    { webUrl: t.webUrl, keys: testKeys, clock: t.clock, config: { web: { baseUrl: BASE_URL, secureCookies: true } } },
    address,
  )

describe('kept sign-in link', () => {
  test('lets somebody who forgot their password in, once, and they choose another', async () => {
    const { organisationId, personId } = await givenPerson(t, await givenOrganisation(t), { kind: 'staff' })
    const email = 'noor@larkbeck.example'
    const userId = await kept.identity.ensureUser({ organisationId, personId, email })
    await kept.identity.setPassword(userId, 'forgotten by now', { minimum: 12, mix: 0 })
    const token = new URL(await make(email)).searchParams.get('token') ?? ''
    const browser = kept.browser()
    await browser.submit(`/sign-in/link?token=${token}`, '/sign-in/link', {})
    const chosen = await browser.submit('/you', '/you/password', { newPassword: 'heron pylon marmalade' })
    expect(chosen.status).toBe(303)
    expect((await kept.identity.finishMagicLink(token)).kind).toBe('wrong')
    expect(
      await t.peek(`select 1 from identity.event where code = 'identity.link_sent' and person_id = $1`, [personId]),
    ).toHaveLength(1)
  })

  test('says that nobody signs in with an address', async () => {
    await expect(make('stranger@larkbeck.example')).rejects.toMatchObject({ name: 'Halt' })
  })
})
