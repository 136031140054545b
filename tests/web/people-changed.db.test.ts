import { describe, expect, test } from 'vitest'
import { addPerson, importRoster } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { outboxOnly } from '#platform/mail/mail-transport.ts'
import { areas } from '#src/areas.ts'
import { BASE_URL, testKeys, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { changed, filesOf, set12 } from '../../src/areas/people/import/given-files.ts'

const t = useDatabase()
const kept = useApp(t)

const systemOf = ({ organisationId }: GivenOrganisation) => systemActor(organisationId, 'tests')

const importInto = (organisation: GivenOrganisation, texts = set12()) => {
  const system = systemOf(organisation)
  return t.as(system, (tx) => importRoster(tx, system, filesOf(texts), { dryRun: false, skipFaultyRows: false }))
}

const publishIn = (organisation: GivenOrganisation) => {
  const system = systemOf(organisation)
  const inForceOn = Temporal.PlainDate.from('2026-11-23')
  return t.as(system, (tx) => publishPolicy(tx, system, { pack: packNamed('special-all-through'), inForceOn }))
}

interface Queued {
  readonly task: string
  readonly payload: { readonly organisationId: string; readonly [key: string]: unknown }
}

/** The jobs of an organisation that wait, taken off the queue. */
const take = async ({ organisationId }: GivenOrganisation): Promise<Queued[]> =>
  t.peek<Queued>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks k
      where k.id = j.task_id and j.payload ->> 'organisationId' = $1 returning k.identifier as task, j.payload`,
    [organisationId],
  )

/** Does what waits, as the worker would, but for mail and standings. */
async function work(organisation: GivenOrganisation): Promise<string[]> {
  const parts = {
    db: t.db,
    clock: t.clock,
    identity: kept.identity,
    keys: testKeys,
    mail: outboxOnly,
    files: kept.files,
    baseUrl: BASE_URL,
    root: projectRoot(),
    sample: false,
  }
  const tasks = Object.assign({}, ...areas.map((area) => area.tasks?.(parts) ?? {}))
  const jobs = await take(organisation)
  for (const { task, payload } of jobs) await tasks[task]?.(payload)
  return jobs.map(({ task }) => task).sort()
}

const askedOf = ({ organisationId }: GivenOrganisation) =>
  t.peek<{ name: string; state: string }>(
    `select distinct p.given_name as name, r.state from app.assent_request r
      join app.person p on p.organisation_id = r.organisation_id and p.id = r.about_id
      where r.organisation_id = $1 order by 1, 2`,
    [organisationId],
  )

const openFor = ({ organisationId }: GivenOrganisation) =>
  t.peek<{ email: string }>(
    `select u.email from identity.link l join identity."user" u on u.id = l.user_id
      where l.organisation_id = $1 and l.ended_at is null order by 1`,
    [organisationId],
  )

describe('an import', () => {
  test('lets those who came sign in by mail, asks them for their agreements, and plans the duties', async () => {
    const organisation = await givenOrganisation(t)
    await publishIn(organisation)
    await take(organisation)
    await importInto(organisation)
    expect(await work(organisation)).toEqual(expect.arrayContaining(['issue_agreements', 'name_users', 'plan_duties']))
    expect(await openFor(organisation)).toEqual([
      { email: 'sam.pritchard@larkbeck.example' },
      { email: 'yetunde@post.example' },
    ])
    expect(await askedOf(organisation)).toEqual(expect.arrayContaining([{ name: 'Tobi', state: 'open' }]))
    await kept.identity.startMagicLink('yetunde@post.example')
    expect(kept.letters.at(-1)?.to).toBe('yetunde@post.example')
  })

  test('ends what was asked of a leaver, and their way in', async () => {
    const organisation = await givenOrganisation(t)
    await publishIn(organisation)
    await importInto(organisation)
    await work(organisation)
    const without = changed(set12(), 'users.csv', 't1,,,true,sam', 't1,tobedeleted,,true,sam')
    await importInto(organisation, without)
    expect(await work(organisation)).toContain('end_agreements')
    expect((await askedOf(organisation)).filter((one) => one.name === 'Sam')).toEqual([{ name: 'Sam', state: 'ended' }])
    expect(await openFor(organisation)).toEqual([{ email: 'yetunde@post.example' }])
  })

  test('follows an address that changed', async () => {
    const organisation = await givenOrganisation(t)
    await importInto(organisation)
    await work(organisation)
    await importInto(organisation, changed(set12(), 'users.csv', 'yetunde@post.example', 'y.adeyemi@post.example'))
    await work(organisation)
    expect(await openFor(organisation)).toContainEqual({ email: 'y.adeyemi@post.example' })
  })

  test('asks nobody while there is no policy; its publication does', async () => {
    const organisation = await givenOrganisation(t)
    await importInto(organisation)
    await work(organisation)
    expect(await askedOf(organisation)).toEqual([])
    await publishIn(organisation)
    expect(await work(organisation)).toEqual(
      expect.arrayContaining(['issue_agreements', 'plan_duties', 'refresh_standings']),
    )
    expect(await askedOf(organisation)).toEqual(expect.arrayContaining([{ name: 'Tobi', state: 'open' }]))
  })

  test('that changes nothing queues nothing', async () => {
    const organisation = await givenOrganisation(t)
    await importInto(organisation)
    await take(organisation)
    await importInto(organisation)
    expect(await take(organisation)).toEqual([])
  })
})

test('somebody who is added by hand can sign in too', async () => {
  const organisation = await givenOrganisation(t)
  const system = systemOf(organisation)
  await t.as(system, (tx) =>
    addPerson(tx, system, {
      givenName: 'Ngozi',
      familyName: 'Okonkwo',
      email: 'Ngozi@Larkbeck.example',
      kind: 'governor',
      schoolIds: [organisation.schoolId],
      fromOn: Temporal.PlainDate.from('2026-11-23'),
    }),
  )
  await work(organisation)
  expect(await openFor(organisation)).toEqual([{ email: 'ngozi@larkbeck.example' }])
})
