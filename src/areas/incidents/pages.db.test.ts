import { expect, test } from 'vitest'
import { openRecord, takeStep } from '#areas/records/index.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })

test('a settled step shows what was recorded, and its correction keeps it in view', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const lead = await givenPerson(t, organisation, { kind: 'staff', posts: ['online_safety_lead'] })
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'incident',
      schoolId: organisation.schoolId,
      title: 'Unkind group chat',
      category: 'unkind_message',
      occurredAt: null,
      fields: {},
      people: [],
    }),
  )
  const step = 'incident:chart:1.illegal:triage:1'
  const answer = (answers: string[], reason: string) =>
    t.as(lead, (tx) => takeStep(tx, lead, { recordId: id, step, does: { answers }, reason }))
  await answer(['illegal_found'], '')
  const page = await app.get(`/incidents/${id}/steps/${encodeURIComponent(step)}`, lead)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Why are you changing this?')
  await answer(['not_illegal'], 'It was a drawing')
  const shown = await app.get(`/incidents/${id}`, lead)
  expect(shown.status).toBe(200)
  expect(shown.body).toMatch(/was: .*Yes, it was found/)
  for (const path of ['void', 'teacher', 'people']) {
    expect((await app.get(`/incidents/${id}/${path}`, lead)).status, path).toBe(200)
  }
  expect((await app.get('/notes', lead)).status).toBe(200)
})
