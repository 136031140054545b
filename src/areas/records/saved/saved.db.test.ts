import { beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { castIn, openIncident } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { savedLists } from './saved-lists.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)
const staff: Record<string, PersonActor> = {}
const of = castIn(staff)

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const other = await givenOrganisation(t, 'Another School')
  await givenPolicy(t, other)
  staff.lead = await givenPerson(t, organisation, {
    kind: 'staff',
    name: 'Sam Pritchard',
    posts: ['online_safety_lead'],
  })
  staff.head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
  staff.teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Ines Farrow', posts: [] })
  staff.stranger = await givenPerson(t, other, { kind: 'staff', posts: ['online_safety_lead'] })
  // A school without a case has no list to save, and no saved lists over it.
  await openIncident(t, of('lead'), { schoolId: organisation.schoolId, title: 'A virus', category: 'virus' })
})

const names = async (who: string) =>
  (await t.as(of(who), (tx) => savedLists(tx, 'incident'))).map((one) => `${one.name}${one.first ? ' first' : ''}`)
const save = (who: string, name: string, shared: string) =>
  app.post('/incidents/saved', { name, at: '?view=open&category=virus&sort=-kind', shared }, of(who))
const change = async (who: string, fields: Record<string, string>) => {
  const [one] = await t.peek<{ id: string }>('select id from app.saved_list order by saved_at limit 1')
  return app.post(`/incidents/saved/${one?.id}`, fields, of(who))
}

test('a list gets a name, is one’s own, and stands over the list', async () => {
  const sent = await save('lead', 'Viruses', '')
  expect([sent.status, sent.location]).toEqual([303, '/incidents?view=open&category=virus&sort=-kind'])
  expect(await names('lead')).toEqual(['Viruses'])
  expect(await names('head')).toEqual([])
  expect((await app.get('/incidents', of('lead'))).body).toContain('?view=open&amp;category=virus&amp;sort=-kind')
  expect((await save('lead', 'viruses', '')).status).toBe(409)
  expect((await save('lead', '', '')).status).toBe(400)
})

test('its owner renames and shares it with those who handle cases, and nobody else does', async () => {
  for (const who of ['head', 'teacher', 'stranger'])
    expect((await change(who, { does: 'rename', name: 'X' })).status).toBe(404)
  expect((await change('lead', { does: 'rename', name: 'Open viruses' })).status).toBe(303)
  expect((await change('lead', { does: 'share' })).status).toBe(303)
  expect(await names('head')).toEqual(['Open viruses'])
  for (const who of ['teacher', 'stranger']) expect(await names(who)).toEqual([])
  expect((await change('head', { does: 'remove' })).status).toBe(404)
  expect((await save('teacher', 'Mine', 'yes')).status).toBe(409)
})

test('whoever sees it may begin with it, and still gets to all', async () => {
  await change('head', { does: 'begin_with' })
  expect(await names('head')).toEqual(['Open viruses first'])
  expect((await app.get('/incidents', of('head'))).location).toBe('/incidents?view=open&category=virus&sort=-kind')
  const all = await app.get('/incidents?view=all', of('head'))
  expect(all.body).toContain('href="/incidents?view=all"')
  expect((await app.get('/incidents', of('lead'))).status).toBe(200)
})

test('what is shared no more, or taken away, is gone for the others too', async () => {
  await change('lead', { does: 'keep_to_oneself' })
  expect(await names('head')).toEqual([])
  expect((await app.get('/incidents', of('head'))).status).toBe(200)
  await change('lead', { does: 'remove' })
  expect(await names('lead')).toEqual([])
})
