import { beforeAll, expect, test } from 'vitest'
import { setPolicyPage } from '#areas/publication/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { policyInForce, policyStandings, publishPolicy } from './index.ts'
import { paths } from './paths.ts'

const t = useDatabase()
const app = useApp(t)

let school: GivenOrganisation
let keeper: PersonActor
let owner: PersonActor
let teacher: PersonActor
let pupil: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t)
  const system = systemActor(school.organisationId, 'tests')
  const pack = structuredClone(packNamed('specialist-group'))
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  const staff = (...posts: string[]) => givenPerson(t, school, { kind: 'staff', posts })
  keeper = await staff('safeguarding_manager')
  owner = await staff('data_controller')
  teacher = await staff('teachers')
  pupil = await givenPerson(t, school, { kind: 'pupil', yearGroup: 8 })
})

const ATTACH = paths.attach.to('gdpr_policy')
const send = async (as: PersonActor, content: string, name = 'gdpr.pdf') => {
  const browser = await app.signedIn(as)
  const { action } = (await browser.get(ATTACH)).form(ATTACH)
  return browser.upload(action, {}, { field: 'document', name, type: 'application/pdf', content })
}
const standing = async (ref: string) => {
  const system = systemActor(school.organisationId, 'tests')
  return t.as(system, async (tx) => (await policyStandings.standings(tx, await policyInForce(tx), [ref])).get(ref))
}

test('a required document stands without evidence until somebody attaches it, and then as published', async () => {
  expect(await standing('document/gdpr_policy')).toMatchObject({ state: 'none' })
  expect(await standing('document/behaviour')).toMatchObject({ state: 'published' })
  expect((await app.get(paths.documents.to(), teacher)).text).toContain('Not attached yet')
  expect((await send(keeper, '')).status).toBe(400)
  expect((await send(keeper, 'The first edition')).status).toBe(303)
  expect(await standing('document/gdpr_policy')).toMatchObject({ state: 'published' })
})

test('its owner replaces it, the older one is kept, and everybody who is signed in reads both', async () => {
  t.clock.advance({ minutes: 1 })
  expect((await send(owner, 'The second edition', 'gdpr 2.pdf')).status).toBe(303)
  const page = await app.get(paths.documents.to(), pupil)
  const hrefs = [...page.body.matchAll(/href="(\/policy\/documents\/gdpr_policy\/files\/[^"]+)"/g)].map(
    (found) => found[1] ?? '',
  )
  expect(hrefs).toHaveLength(2)
  const [second, first] = await Promise.all(hrefs.map((href) => app.get(href, pupil)))
  expect([second?.body, first?.body]).toEqual(['The second edition', 'The first edition'])
  expect(second?.headers['content-disposition']).toContain('attachment')
})

test('nobody else attaches, nothing is attached where the policy does not ask, and the files stay in the school', async () => {
  expect((await app.get(ATTACH, teacher)).status).toBe(403)
  expect((await app.get(ATTACH, pupil)).status).toBe(403)
  expect((await app.get(paths.attach.to('behaviour'), keeper)).status).toBe(404)
  const elsewhere = await givenOrganisation(t, 'Another School')
  const stranger = await givenPerson(t, elsewhere, { kind: 'staff', posts: ['safeguarding_manager'] })
  const [file] = await t.peek<{ id: string }>('select id from app.document_file where organisation_id = $1', [
    school.organisationId,
  ])
  expect((await app.get(paths.documentFile.to('gdpr_policy', file?.id ?? ''), stranger)).status).toBe(404)
  await expect(
    t.as(teacher, (tx) =>
      tx
        .insertInto('app.document_file')
        .values({
          organisation_id: school.organisationId,
          id: teacher.personId,
          document: 'x',
          name: 'x',
          sha256: 'a'.repeat(64),
          bytes: 1,
          type: 'x',
          attached_at: '2026-10-19T08:00:00Z',
          attached_by: teacher.personId,
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('what the policy opens is on the public page once the school opens that, and nothing else is', async () => {
  const address = `/at/${school.slug}/policy`
  expect((await app.get(`${address}/documents/gdpr_policy`)).status).toBe(404)
  await t.as(keeper, (tx) => setPolicyPage(tx, keeper, { schoolId: school.schoolId, open: true }))
  expect((await app.get(address)).body).toContain(`${address}/documents/gdpr_policy`)
  expect((await app.get(`${address}/documents/gdpr_policy`)).body).toBe('The second edition')
  expect((await app.get(`${address}/documents/device_search_policy`)).status).toBe(404)
})
