import { expect, test } from 'vitest'
import { readCase, wallOff } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { openIncident } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { linkedCases } from './linked-cases.ts'

const t = useDatabase()
const app = useApp(t)

test('a link is shown on both cases, to nobody who may not see both, and is taken away with a reason', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Ida Penrose', 'online_safety_lead')
  const head = await staff('Vera Blom', 'head')
  const teacher = await staff('Una Field')
  const open = (title: string) =>
    openIncident(t, lead, { schoolId: organisation.schoolId, title, category: 'unkind_message' })
  const one = await open('Unkind group chat')
  const other = await open('Zanzibar account')
  const post = (path: string, body: Record<string, string>, who: PersonActor) =>
    app.post(`/incidents/${path}`, body, who)
  const show = async (id: string, who: PersonActor) => (await app.get(`/incidents/${id}`, who)).text

  expect((await app.get(`/incidents/${one.id}/links`, teacher)).status).toBe(404)
  expect((await post(`${one.id}/links`, { other: 'INC-9999', reason: 'Same' }, lead)).status).toBe(400)
  expect((await post(`${one.id}/links`, { other: one.reference, reason: 'Same' }, lead)).status).toBe(400)
  expect((await post(`${one.id}/links`, { other: other.reference, reason: '' }, lead)).status).toBe(400)
  const typed = `${other.reference.toLowerCase()} Zanzibar account`
  expect((await post(`${one.id}/links`, { other: typed, reason: 'The same account' }, lead)).status).toBe(303)
  expect((await post(`${other.id}/links`, { other: one.reference, reason: 'Again' }, lead)).status).toBe(409)
  for (const who of [lead, head]) {
    expect(await show(one.id, who)).toMatch(/Zanzibar account.*The same account/)
    expect(await show(other.id, who)).toMatch(/Unkind group chat.*The same account/)
  }

  // The head has an interest of their own in the other case: nothing of the link is left for them, in page, table or ledger.
  await t.as(lead, (tx) => wallOff(tx, lead, { recordId: other.id, personId: head.personId, reason: 'A relative' }))
  expect(await show(one.id, head)).not.toMatch(/Zanzibar|The same account/)
  const seenBy = (who: PersonActor) =>
    t.as(who, async (tx) => ({
      rows: (await tx.selectFrom('app.record_link').select('id').execute()).length,
      shown: (await linkedCases(tx, one.id)).length,
      ledger: (
        await tx.selectFrom('app.ledger_entry').select('code').where('subject_kind', '=', 'record_link').execute()
      ).map((row) => row.code),
    }))
  expect(await seenBy(head)).toEqual({ rows: 0, shown: 0, ledger: [] })
  expect(await seenBy(teacher)).toEqual({ rows: 0, shown: 0, ledger: [] })
  expect(await seenBy(lead)).toEqual({ rows: 1, shown: 1, ledger: ['incident.linked', 'incident.linked'] })
  expect((await post(`${one.id}/links`, { other: other.reference, reason: 'x' }, head)).status).toBe(400)
  const forge = t.as(head, (tx) =>
    tx
      .insertInto('app.record_link')
      .values({
        organisation_id: organisation.organisationId,
        id: one.id,
        record_id: one.id,
        other_id: other.id,
        reason: 'x',
        linked_by: head.personId,
        linked_at: '2026-11-20T09:00:00Z',
      })
      .execute(),
  )
  await expect(forge).rejects.toThrow('row-level security')

  const [link] = await t.as(lead, (tx) => linkedCases(tx, other.id))
  const end = `${other.id}/links/${link?.id}/end`
  expect((await post(end, { reason: 'x' }, head)).status).toBe(404)
  expect((await post(`${one.id}/links/${link?.id}/end`, { reason: 'x' }, head)).status).toBe(404)
  expect((await app.get(`/incidents/${end}`, lead)).text).toContain('Take away the link to')
  expect((await post(end, { reason: '' }, lead)).status).toBe(400)
  expect((await post(end, { reason: 'Two accounts after all' }, lead)).status).toBe(303)
  expect(await show(one.id, lead)).not.toContain('Zanzibar')
  expect((await seenBy(lead)).ledger).toContain('incident.unlinked')
  expect((await t.as(lead, (tx) => readCase(tx, one.id))).state).toBe('open')
})
