import { expect, test } from 'vitest'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

// Two web processes behind one address: they share nothing but the database.
const t = useDatabase()
const one = useApp(t)
const other = useApp(t)

const FILE = { field: 'roster', name: 'roster.zip', type: 'application/zip', content: 'not a roster at all' }

test('a token of an upload that one process has taken is not taken by another', async () => {
  const person = await givenPerson(t, await givenOrganisation(t), { kind: 'staff', posts: ['administrator'] })
  const { organisationId, personId } = person
  const login = { login: 'noor@larkbeck.example', password: 'heron pylon marmalade' }
  const userId = await one.identity.ensureUser({ organisationId, personId, email: login.login })
  await one.identity.setPassword(userId, login.password, { minimum: 12, mix: 0 })
  const answer = await one.identity.signInWithPassword(login)
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  const browsers = [one.browser(), other.browser()]
  for (const browser of browsers) browser.keep(one.identity.cookie.set(answer.session.token))
  const [here, there] = browsers
  const address = (await here?.get('/people/import'))?.form('/people/import').action ?? ''
  expect((await here?.upload(address, {}, FILE))?.status).toBe(400)
  expect((await there?.upload(address, {}, FILE))?.status).toBe(401)
})

test('wrong receipts are counted together, and the count says nothing of who typed them', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const back = `/at/${organisation.slug}/tell/back`
  const type = (app: typeof one) => app.post(back, { receipt: '1234 5678 9012 3456' })
  for (let number = 0; number < 30; number += 1) {
    expect((await type(one)).status).toBe(404)
    expect((await type(other)).status).toBe(404)
  }
  expect((await type(other)).status).toBe(429)
  const counted = await t.peek(`select key, tries from identity.attempt where key like 'receipt:%'`)
  expect(counted).toEqual([{ key: `receipt:${organisation.organisationId}`, tries: 60 }])
  t.clock.advance({ minutes: 1 })
  expect((await type(one)).status).toBe(404)
})

test('a made-up token of an upload leaves no trace', async () => {
  const person = await givenPerson(t, await givenOrganisation(t), { kind: 'staff', posts: ['administrator'] })
  const before = await t.peek('select 1 from identity.spent_token')
  const browser = await one.signedIn(person)
  expect((await browser.upload(`/people/import?token=${newId()}`, {}, FILE)).status).toBe(403)
  expect(await t.peek('select 1 from identity.spent_token')).toEqual(before)
})
