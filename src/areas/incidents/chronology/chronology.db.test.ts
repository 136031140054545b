import { expect, test } from 'vitest'
import { openRecord, wallOff } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-20T09:00:00Z')
const app = useApp(t)

test('the chronology of a person holds what each handler may see of every case, in order, and is one look', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Ida Penrose', 'online_safety_lead')
  const head = await staff('Vera Blom', 'head')
  const teacher = await staff('Una Field')
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 7 })
  const other = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kit Moor', yearGroup: 7 })
  const open = (title: string, about: PersonActor, occurredAt: string) =>
    t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title,
        category: 'unkind_message',
        occurredAt: Temporal.Instant.from(occurredAt),
        fields: {},
        people: [{ part: 'victim', personId: about.personId, described: null }],
      }),
    )
  const late = await open('Unkind group chat', pupil, '2026-11-18T10:00:00Z')
  await open('Zanzibar account', pupil, '2026-11-02T10:00:00Z')
  await open('Somebody else', other, '2026-11-03T10:00:00Z')
  const read = async (who: PersonActor) => app.get(`/incidents/about/${pupil.personId}`, who)

  const all = (await read(lead)).text
  expect(all).toMatch(/Zanzibar account.*Unkind group chat/)
  expect(all).not.toContain('Somebody else')
  await t.as(lead, (tx) => wallOff(tx, lead, { recordId: late.id, personId: head.personId, reason: 'A relative' }))
  const part = (await read(head)).text
  expect(part).toContain('Zanzibar account')
  expect(part).not.toContain('Unkind group chat')
  for (const nobody of [teacher, pupil]) expect((await read(nobody)).status).not.toBe(200)

  const looks = await t.as(lead, (tx) =>
    tx
      .selectFrom('app.ledger_entry')
      .select(['code', 'person_id'])
      .where('chain', '=', 'read')
      .where('actor_person_id', '=', lead.personId)
      .where('subject_kind', '=', 'person')
      .execute(),
  )
  expect(looks).toEqual([{ code: 'person.chronology', person_id: pupil.personId }])
  expect((await app.get(`/incidents/${late.id}`, lead)).body).toContain(`/incidents/about/${pupil.personId}`)
  expect((await app.get(`/people/${pupil.personId}`, lead)).body).toContain(`/incidents/about/${pupil.personId}`)
  expect((await app.get(`/people/${pupil.personId}`, teacher)).body).not.toContain('/incidents/about/')
})
