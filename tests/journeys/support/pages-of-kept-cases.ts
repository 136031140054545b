import { pupilFilesArea } from '#areas/pupil-files/index.ts'
import { breakGlass, openRecord, voidRecord } from '#areas/records/index.ts'
import { announceExpiry } from '#areas/retention/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { givenSchool } from '#tests/support/school.ts'
import { linkOn, type MorePage } from './more-page.ts'

/** A case that was opened in an emergency, one whose time is nearly over, and the file of a pupil who moves. */
export async function pagesOfKeptCases(t: TestDatabase, app: TestApp): Promise<MorePage[]> {
  const school = await givenSchool(t, ['lead', 'head', 'pupil'])
  const { schoolId, lead, head, pupil } = school
  const deputy = await givenPerson(t, school, { kind: 'staff', name: 'Ade Brown', posts: ['deputy_head'] })
  const opened = (title: string) =>
    t.as(lead, (tx) =>
      openRecord(tx, lead, {
        ...{ kind: 'incident', schoolId, title, category: null, occurredAt: null, fields: {} },
        people: [{ part: 'victim', personId: pupil.personId, described: null }],
      }),
    )
  const { reference } = await opened('Unkind words')
  const glass = await t.as(deputy, (tx) => breakGlass(tx, deputy, { reference, reason: 'A child is missing tonight' }))
  const old = await opened('Long ago')
  await t.as(lead, (tx) => voidRecord(tx, lead, { recordId: old.id, reason: 'Entered twice' }))
  await announced(t, lead)
  const file = await sentFile(app, lead)
  const receipt = /\/file-receipt\/[^/]+\/[0-9a-f]{40}/.exec((await app.get(file, lead)).text)?.[0] ?? ''
  return [
    { route: 'GET /break-glass/:id', path: `/break-glass/${glass.id}`, as: head },
    { route: 'GET /retention/:id', path: `/retention/${old.id}`, as: lead },
    { route: 'GET /pupil-files/:id', path: file, as: lead },
    { route: 'GET /pupil-files/missing/:id', path: await lacking(t, file, deputy), as: lead },
    { route: 'GET /file-receipt/:organisation/:token', path: receipt, as: null },
  ]
}

/** The night, years later, in which it is told what will be erased. */
async function announced(t: TestDatabase, { organisationId }: PersonActor): Promise<void> {
  const today = t.clock.now()
  t.clock.set(today.add({ hours: 24 * 366 * 7 }).toString())
  const system = systemActor(organisationId, 'retention')
  await t.as(system, announceExpiry)
  t.clock.set(today.toString())
}

/** The page of a case that somebody could not see when they made the file. */
async function lacking(t: TestDatabase, file: string, maker: PersonActor): Promise<string> {
  const { organisationId, personId: madeBy } = maker
  const made = { organisationId, fileId: file.split('/').at(-1), madeBy, seen: [] }
  await pupilFilesArea.tasks?.({ db: t.db } as never).pupil_file_lacks?.(made)
  const [gap] = await t.peek<{ id: string }>(
    'select id from app.pupil_file_gap where organisation_id = $1 order by id limit 1',
    [organisationId],
  )
  return `/pupil-files/missing/${gap?.id}`
}

async function sentFile(app: TestApp, lead: PersonActor): Promise<string> {
  const on = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }
  const moves = { pupil: 'Leila Haddad, Year 8', school: 'Hilltop School', ...on }
  await app.post('/pupil-files/new?way=out', moves, lead)
  const file = linkOn((await app.get('/pupil-files', lead)).body, /\/pupil-files\/[0-9a-f-]{36}/)
  await app.get(`${file}/file.pdf`, lead)
  await app.post(file, { does: 'sent', receiver: 'A. Brown, DSL', how: 'secure_mail' }, lead)
  return file
}
