import { expect, test } from 'vitest'
import { openRecord, takeStep } from '#areas/records/index.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const app = useApp(t)

test('a referral holds what the case says, goes on paper by chosen parts, and each print is written down', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Ida Penrose', 'online_safety_lead')
  const teacher = await staff('Una Field')
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 7 })
  const { id, reference } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'incident',
      schoolId: organisation.schoolId,
      title: 'Unkind group chat',
      category: 'unkind_message',
      occurredAt: null,
      fields: { room: 'B12' },
      people: [{ part: 'victim', personId: pupil.personId, described: null }],
    }),
  )
  const step = 'incident:chart:1.illegal:triage:1'
  await t.as(lead, (tx) => takeStep(tx, lead, { recordId: id, step, does: { answers: ['not_illegal'] }, reason: '' }))
  const page = (await app.get(`/incidents/${id}/referral`, lead)).text
  for (const words of [reference, 'Unkind group chat', 'B12', 'Robin Hale', 'Year 7', 'Recorded by'])
    expect(page).toContain(words)
  for (const path of ['referral', 'referral.pdf'])
    expect((await app.get(`/incidents/${id}/${path}`, teacher)).status).toBe(404)
  const pdf = await app.get(`/incidents/${id}/referral.pdf?part=case&part=nothing`, lead)
  expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-'])
  const printed = await t.as(lead, (tx) =>
    tx
      .selectFrom('app.ledger_entry as e')
      .innerJoin('app.ledger_detail as d', (join) =>
        join
          .onRef('d.organisation_id', '=', 'e.organisation_id')
          .onRef('d.chain', '=', 'e.chain')
          .onRef('d.seq', '=', 'e.seq'),
      )
      .select('d.details')
      .where('e.code', '=', 'incident.exported')
      .where('e.record_id', '=', id)
      .execute(),
  )
  expect(printed.map((row) => JSON.parse(row.details))).toEqual([{ way: 'referral', parts: ['The case'] }])
  expect((await app.get(`/incidents/${id}`, lead)).body).toContain(`/incidents/${id}/referral`)
})
