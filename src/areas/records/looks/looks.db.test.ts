import { expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const app = useApp(t)

test('where the policy wants a reason, nothing is shown before it is given, and handlers read it', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const head = await staff('Moira Tolland', 'head')
  const network = await staff('Joss Wetherby', 'network_manager')
  const teacher = await staff('Una Field')
  const { id } = await t.as(network, (tx) =>
    openRecord(tx, network, {
      kind: 'inspection',
      schoolId: organisation.schoolId,
      title: 'Zanzibar',
      category: null,
      occurredAt: null,
      fields: {},
      people: [],
    }),
  )
  // Whoever opened it has said why by opening it.
  expect((await app.get(`/entries/${id}`, network)).status).toBe(200)
  const stopped = await app.get(`/entries/${id}`, head)
  expect([stopped.status, stopped.body.includes('Zanzibar')]).toEqual([409, false])
  expect(stopped.body).toContain(`/entries/${id}/why`)
  // Nor what stands around it on pages of another area.
  for (const page of ['', '/add/web', '/write/review', '/bundle']) {
    const around = await app.get(`/evidence/of/${id}${page}`, head)
    expect([page, around.status, around.body.includes('Zanzibar')]).toEqual([page, 409, false])
  }
  expect((await app.get(`/entries/${id}/people`, head)).status).toBe(409)
  expect((await app.get(`/entries/${id}/why`, teacher)).status).toBe(404)
  expect((await app.post(`/entries/${id}/why`, { reason: '' }, head)).status).toBe(400)
  expect((await app.post(`/entries/${id}/why`, { reason: 'A complaint came' }, head)).status).toBe(303)
  expect((await app.get(`/entries/${id}`, head)).text).toContain('Zanzibar')
  expect((await app.get(`/evidence/of/${id}`, head)).text).toContain('Zanzibar')
  const looks = (await app.get(`/entries/${id}/looks`, head)).text
  for (const words of ['Moira Tolland', 'Said why they look', 'A complaint came', 'Joss Wetherby'])
    expect(looks).toContain(words)
  t.clock.advance({ minutes: 61 })
  expect((await (await app.signedIn(head)).get(`/entries/${id}`)).status).toBe(409)
})
