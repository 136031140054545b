import { expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)

test('each step has the cases that wait in it, for those who may read them and for nobody else', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const lead = await givenPerson(t, organisation, {
    kind: 'staff',
    name: 'Sam Pritchard',
    posts: ['online_safety_lead'],
  })
  const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
  const governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
  const other = await givenOrganisation(t, 'Another School')
  await givenPolicy(t, other)
  const stranger = await givenPerson(t, other, { kind: 'staff', posts: ['online_safety_lead'] })
  for (const title of ['First', 'About the head'])
    await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title,
        category: 'virus',
        occurredAt: null,
        fields: {},
        people: title === 'First' ? [] : [{ part: 'named_staff', personId: head.personId, described: null }],
      }),
    )
  t.clock.set('2026-11-18T08:00:00Z')
  const seen = (await app.get('/incidents/board', lead)).text
  expect(seen).toContain('First')
  expect(seen).toContain('2 days so far')
  const walled = (await app.get('/incidents/board', head)).text
  expect(walled).toContain('First')
  expect(walled).not.toContain('About the head')
  for (const who of [governor, stranger]) {
    const page = await app.get('/incidents/board', who)
    expect([page.status, page.text.includes('First')]).toEqual([200, false])
    expect(page.text).toContain('No step waits')
  }
})
