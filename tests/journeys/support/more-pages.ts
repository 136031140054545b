import { signHereHref } from '#areas/assents/index.ts'
import { set12 } from '#areas/people/import/given-files.ts'
import { zipOf } from '#areas/people/import/given-zip.ts'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { requestOf } from '#tests/support/agreements.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { givenClass } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import type { SecurityWorld } from '../../security/world.ts'
import { linkOn, type MorePage } from './more-page.ts'
import { pagesOfKeptCases } from './pages-of-kept-cases.ts'
import { pagesOfOtherPolicies } from './pages-of-other-policies.ts'

/** Makes what the world of the routes lacks, by the commands and forms of the program; a page about each. */
export async function givenMorePages(t: TestDatabase, app: TestApp, world: SecurityWorld): Promise<MorePage[]> {
  const { head, teacher, pupil } = world.people
  const toSign = await requestOf(t, pupil, 'secondary_agreement')
  return [
    { route: 'GET /policy/drafts/:draft/take', path: taking(world), as: head },
    { route: 'GET /complaints/:id', path: await complaint(t, app, world), as: head },
    { route: 'GET /people/import/:id', path: await upload(app, head), as: head },
    { route: 'GET /notes/:id', path: await note(t, app, world), as: teacher },
    { route: 'GET /agreements/requests/:id/here/:signer', path: signHereHref(toSign, pupil.personId), as: teacher },
    ...(await pagesOfKeptCases(t, app)),
    ...(await pagesOfOtherPolicies(t, app)),
  ]
}

/** A control of another policy that is about to be taken into the draft. */
function taking({ things }: SecurityWorld): string {
  const controls = packNamed('specialist-group').clauses.flatMap(({ kept_by }) => kept_by)
  const ref = controls.find((one) => one.startsWith('duty/')) ?? ''
  const query = new URLSearchParams({ clause: things.clause, pack: 'specialist-group', ref })
  return `/policy/drafts/${things.draft}/take?${query}`
}

async function complaint(t: TestDatabase, app: TestApp, { people, things }: SecurityWorld): Promise<string> {
  const [about] = await t.peek<{ reference: string }>('select reference from app.record where id = $1', [
    things.incident,
  ])
  const says = { case: about?.reference ?? '', own: 'no', made_by: 'Mrs Haddad', says: 'Nobody rang us back' }
  const on = { 'made_on-day': '20', 'made_on-month': '11', 'made_on-year': '2026' }
  await app.post('/complaints/new', { ...says, ...on }, people.teacher)
  return linkOn((await app.get('/complaints', people.head)).body, /\/complaints\/[0-9a-f-]{36}/)
}

/** A list of people that has been sent in and waits to be approved. */
async function upload(app: TestApp, person: PersonActor): Promise<string> {
  const browser = await app.signedIn(person)
  const action = linkOn((await browser.get('/people/import')).body, /\/people\/import\?[^"]+/)
  const content = await zipOf(set12())
  const file = { field: 'roster', name: 'roster.zip', type: 'application/zip', content }
  return (await browser.upload(action.replaceAll('&amp;', '&'), {}, file)).location ?? ''
}

/** What a class teacher is told of a case about one of their pupils. */
async function note(t: TestDatabase, app: TestApp, { people }: SecurityWorld): Promise<string> {
  const { lead, teacher, pupil } = people
  const { organisationId } = lead
  const [school] = await t.peek<{ id: string; slug: string }>(
    'select s.id, o.slug from app.school s join app.organisation o using (organisation_id) where s.organisation_id = $1',
    [organisationId],
  )
  const schoolId = school?.id ?? ''
  await givenClass(t, { organisationId, schoolId, slug: school?.slug ?? '' }, teacher, [pupil])
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      ...{ kind: 'incident', schoolId, title: 'Unkind words', category: null, occurredAt: null, fields: {} },
      people: [{ part: 'concerned', personId: pupil.personId, described: null }],
    }),
  )
  await app.post(`/incidents/${id}/teacher`, { says: 'Keep them apart at break' }, lead)
  return linkOn((await app.get('/notes', teacher)).body, /\/notes\/[0-9a-f-]{36}/)
}
