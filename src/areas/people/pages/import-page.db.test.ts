import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { buildServer } from '#platform/web/server.ts'
import { bigRoster } from '#src/sample/big-roster.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { bareChrome, renderPage } from '#ui/page/chrome.ts'
import { changed, filesOf, set12, type Texts } from '../import/given-files.ts'
import { zipOf } from '../import/given-zip.ts'
import { importPeople } from '../jobs/import-people.ts'
import { importPages } from './import-page.tsx'

describe('the import pages', () => {
  const t = useDatabase()
  const keys = { derive: (purpose: string) => createHmac('sha256', 'test').update(purpose).digest() }

  const visit = async (actor: PersonActor) => {
    const { app } = await buildServer({
      db: t.db,
      keys,
      baseUrl: null,
      secureCookies: false,
      logLevel: 'silent',
      sessionOf: async () => ({ id: `s-${actor.personId}`, userId: 'u', actor }),
      draw: async (request, node, flash) => renderPage(node, { ...bareChrome, csrf: request.csrf, flash }),
      signIn: () => '/sign-in',
      drawProblem: async (_, { status }) => `problem ${status}`,
    })
    await importPages(app)
    const get = (url: string) => app.inject({ url })
    const send = (url: string, fields: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
    const upload = async (zip: Buffer) => {
      const action = /action="([^"]+)"/.exec((await get('/people/import')).body)?.[1] ?? ''
      const form = new FormData()
      form.set('roster', new Blob([new Uint8Array(zip)]), 'roster.zip')
      const request = new Request('http://localhost/', { method: 'POST', body: form })
      return app.inject({
        method: 'POST',
        url: action.replaceAll('&amp;', '&'),
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      })
    }
    return { get, send, upload }
  }
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ??
    new RegExp(`value="([^"]*)" name="${name}"`).exec(html)?.[1] ??
    ''
  const begin = async () => {
    const organisation = await givenOrganisation(t)
    const office = await givenPerson(t, organisation, { kind: 'staff', name: 'Olwen Office', posts: ['administrator'] })
    const count = async () =>
      (
        await t.peek('select 1 from app.person where organisation_id = $1 and source_id is not null', [
          organisation.organisationId,
        ])
      ).length
    return { organisation, office, count, ...(await visit(office)) }
  }
  const zip = (texts: Texts) => zipOf(Object.fromEntries(filesOf(texts)))
  const approval = (html: string) => ({
    _csrf: hidden(html, '_csrf'),
    seen: hidden(html, 'seen'),
    skip: hidden(html, 'skip') || 'no',
  })
  const sent = (html: string) => {
    const { skip, ...rest } = approval(html)
    return skip === 'yes' ? { ...rest, skip } : rest
  }

  test('show what a file would do, and do it once it is approved', async () => {
    const { get, send, upload, count } = await begin()
    const held = await upload(await zip(set12()))
    expect(held.statusCode).toBe(303)
    const page = await get(String(held.headers.location))
    expect(page.body).toContain('Joiners (3)')
    expect(page.body).toContain('Tobi Adeyemi')
    expect(await count()).toBe(0)
    const done = await send(String(held.headers.location), sent(page.body))
    expect(done.statusCode).toBe(303)
    expect(await count()).toBe(3)
    expect((await get(String(held.headers.location))).statusCode).toBe(404)
    expect(await t.peek('select 1 from app.roster_upload')).toEqual([])
  })
  test('list every row at fault, with a file to download, and leave them out when asked', async () => {
    const { get, send, upload, count } = await begin()
    const held = String((await upload(await zip(changed(set12(), 'users.csv', 'sam,,Sam', ',,Sam')))).headers.location)
    const page = await get(held)
    expect(page.body).toContain('“username” is empty.')
    expect((await get(`${held}/faults.csv`)).body).toContain('users.csv,4,username,row,')
    expect((await get(`${held}/changes.csv`)).body).toContain('joins,Tobi Adeyemi,pupil')
    const { skip: _, ...without } = approval(page.body)
    expect((await send(held, without)).statusCode).toBe(409)
    expect(await count()).toBe(0)
    expect((await send(held, sent(page.body))).statusCode).toBe(303)
    expect(await count()).toBe(2)
  })
  test('do nothing when people changed between looking and approving', async () => {
    const { organisation, get, send, upload, count } = await begin()
    const held = String((await upload(await zip(set12()))).headers.location)
    const page = await get(held)
    const sam = await givenPerson(t, organisation, { kind: 'staff', name: 'Samuel Pritchard' })
    await t.peek('update app.person set email = $1 where id = $2', ['sam.pritchard@larkbeck.example', sam.personId])
    const answer = await send(held, sent(page.body))
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('People changed in the meantime')
    expect(await count()).toBe(0)
  })
  test.each([
    ['no zip', Buffer.from('sourcedId,status'), 'This is not a zip that can be read'],
    ['nothing', Buffer.alloc(0), 'Choose the zip file'],
  ])('explain a file that is %s', async (_, content, says) => {
    const { upload } = await begin()
    const answer = await upload(content)
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain(says)
    expect(answer.body).toContain('<title>Error: Import people')
  })
  test('take a file larger than an ordinary form', async () => {
    const { get, upload } = await begin()
    const large = await zipOf(Object.fromEntries(bigRoster({ users: 8000 })))
    expect(large.byteLength).toBeGreaterThan(256 * 1024)
    const held = await upload(large)
    const page = await get(String(held.headers.location))
    expect(page.body).toContain('Joiners (8000)')
    expect(page.body).toContain('Download all 8000')
  })
  test('carry a large file out in the background, show how far it is, and how it ended', async () => {
    const { office, get, send, upload, count } = await begin()
    const held = String((await upload(await zipOf(Object.fromEntries(bigRoster({ users: 2100 }))))).headers.location)
    const fields = sent((await get(held)).body)
    const answer = await send(held, fields)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, held])
    const running = await get(held)
    expect([running.headers.refresh, await count()]).toEqual(['2', 0])
    expect(running.body).toContain('Waiting for its turn')
    const jobs = await t.peek<{ task: string }>(
      `select task_identifier as task from graphile_worker.jobs where task_identifier = 'import_people'`,
    )
    expect(jobs).toHaveLength(1)
    const payload = {
      organisationId: office.organisationId,
      personId: office.personId,
      uploadId: held.split('/').at(-1) ?? '',
      skipFaultyRows: false,
      seen: fields.seen,
    }
    await importPeople(t.db)(payload)
    expect(await count()).toBe(2100)
    expect((await get(held)).body).toContain('2100 joined, 0 left, 0 changed')
    const notes = await t.peek<{ progress: { stage: string } }>(
      'select progress from app.roster_upload where id = $1',
      [payload.uploadId],
    )
    expect(notes[0]?.progress.stage).toBeDefined()
    await importPeople(t.db)(payload)
    expect(await count()).toBe(2100)
  })
  test('do nothing in the background for whoever has lost the post meanwhile', async () => {
    const { office, get, send, upload, count } = await begin()
    const held = String((await upload(await zipOf(Object.fromEntries(bigRoster({ users: 2100 }))))).headers.location)
    const fields = sent((await get(held)).body)
    await send(held, fields)
    await t.peek('update app.post_holder set until_on = from_on where person_id = $1', [office.personId])
    const uploadId = held.split('/').at(-1) ?? ''
    const job = importPeople(t.db)({
      organisationId: office.organisationId,
      personId: office.personId,
      uploadId,
      skipFaultyRows: false,
      seen: fields.seen,
    })
    await expect(job).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await count()).toBe(0)
  })
  test('are closed to staff without such a post, and an upload to everybody but its sender', async () => {
    const { organisation, get, upload } = await begin()
    const held = String((await upload(await zip(set12()))).headers.location)
    expect((await get(held)).statusCode).toBe(200)
    const teacher = await visit(await givenPerson(t, organisation, { kind: 'staff', name: 'Tia Teacher' }))
    expect((await teacher.get('/people/import')).statusCode).toBe(403)
    expect((await teacher.get(held)).statusCode).toBe(403)
    const other = await visit(
      await givenPerson(t, organisation, { kind: 'staff', name: 'Ada Other', posts: ['administrator'] }),
    )
    expect((await other.get(held)).statusCode).toBe(404)
    const pupil = await visit(await givenPerson(t, organisation, { kind: 'pupil', name: 'Pip Pupil' }))
    expect((await pupil.get('/people/import')).statusCode).toBe(403)
    const elsewhere = await begin()
    expect((await elsewhere.get(held)).statusCode).toBe(404)
  })
  test('refuse an upload without its token', async () => {
    const { send, count } = await begin()
    expect((await send('/people/import?token=x', {})).statusCode).toBe(403)
    expect(await count()).toBe(0)
  })
})
