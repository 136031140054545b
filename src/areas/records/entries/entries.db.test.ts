import { expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import { seedEntries } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Pack } from '#pack/types/pack.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'

const t = useDatabase('2026-11-24T09:00:00Z')
const app = useApp(t, { sample: true })

type Entry = Pack['records'][string]['entries'][number]

/** The pack with other entries in its register of contacts. */
function withEntries(entries: readonly Entry[]): Pack {
  const pack = packNamed('village-primary')
  const kind = pack.records.support_contact
  if (kind === undefined) throw new Error('no register of contacts')
  return { ...pack, records: { ...pack.records, support_contact: { ...kind, entries: [...entries] } } }
}

const contact = (id: string, name: string, more: Entry['fields'] = {}): Entry => ({
  id,
  fields: { contact_name: name, contact_helps: ['parents'], ...more },
})

test('what a policy brings along is in the register, follows the policy, and stays as the school changed it', async () => {
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const publish = (pack: Pack) =>
    t.as(system, async (tx) => {
      await publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') })
      await seedEntries(tx, system)
    })
  await publish(withEntries([contact('one', 'Childnet'), contact('two', 'Parentzone'), contact('three', 'Net-aware')]))
  const person = (kind: 'staff' | 'parent', name: string, posts: string[] = []) =>
    givenPerson(t, organisation, { kind, name, posts })
  const lead = await person('staff', 'Tilda Marsh', ['online_safety_lead'])
  const teacher = await person('staff', 'Greta Sand')
  const parent = await person('parent', 'Ines Hale')

  const list = await app.get('/registers/support_contact?view=all', lead)
  for (const name of ['Childnet', 'Parentzone', 'Net-aware', 'The policy']) expect(list.text).toContain(name)
  expect((await app.get('/policy/help', parent)).text).toContain('Parentzone')

  const rows = await t.as(lead, (tx) => tx.selectFrom('app.record_detail').select(['record_id', 'title']).execute())
  const id = rows.find((row) => row.title === 'Childnet')?.record_id ?? ''
  expect((await app.get(`/entries/${id}`, lead)).text).toContain('Change')
  expect((await app.get(`/entries/${id}/change`, teacher)).status).toBe(403)
  const change = { contact_name: 'Childnet', contact_phone: '01632 960123', contact_helps: ['parents'] }
  expect((await app.post(`/entries/${id}/change`, change, teacher)).status).toBe(403)
  expect((await app.post(`/entries/${id}/change`, { ...change, contact_name: '' }, lead)).status).toBe(400)
  expect((await app.post(`/entries/${id}/change`, change, lead)).status).toBe(303)
  const own = { contact_name: 'The office', contact_phone: '01632 960456', contact_helps: ['parents'] }
  expect((await app.post('/registers/support_contact/new', own, lead)).status).toBe(303)

  await publish(
    withEntries([contact('one', 'Childnet now'), contact('two', 'Parents’ zone'), contact('four', 'New help')]),
  )
  await t.as(system, (tx) => seedEntries(tx, system))
  const help = (await app.get('/policy/help', parent)).text
  for (const words of ['Childnet 01632 960123', 'Parents’ zone', 'New help', 'The office 01632 960456'])
    expect(help).toContain(words)
  expect(help).not.toContain('Childnet now')
  const after = (await app.get('/registers/support_contact?view=all', lead)).text
  expect(after).toContain('The policy, changed by the school')
  expect((await app.get('/policy/help', teacher)).text).toContain('From: The school.')
  const seeded = await t.as(system, (tx) =>
    tx
      .selectFrom('app.record')
      .select('state')
      .where('organisation_id', '=', organisation.organisationId)
      .where('kind', '=', 'support_contact')
      .execute(),
  )
  expect(seeded.map((row) => row.state).sort()).toEqual(['closed', 'open', 'open', 'open', 'open'])
})
