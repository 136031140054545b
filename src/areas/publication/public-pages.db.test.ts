import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { readAssets } from '#platform/web/assets.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { pdfInsides } from '#tests/support/read-pdf.ts'

const t = useDatabase('2025-02-10T09:00:00Z')
const app = useApp(t)
const pack = packNamed('special-all-through')
const builtFile = (path: string) => readFileSync(join(projectRoot(), 'build', path))

describe('the public page of a school', () => {
  let larkbeck: GivenOrganisation
  let head: PersonActor
  let teacher: PersonActor
  let base: string

  beforeAll(async () => {
    larkbeck = await givenOrganisation(t)
    base = `/at/${larkbeck.slug}/policy`
    head = await givenPerson(t, larkbeck, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    teacher = await givenPerson(t, larkbeck, { kind: 'staff', name: 'Tess Lowe' })
    const system = systemActor(larkbeck.organisationId, 'tests')
    const clauses = pack.clauses.map((clause) => (clause.id === 'L-001' ? { ...clause, says: 'It began so.' } : clause))
    const first = { pack: { ...pack, clauses }, inForceOn: Temporal.PlainDate.from('2025-02-10') }
    await t.as(system, (tx) => publishPolicy(tx, system, first))
    t.clock.set('2026-11-23T10:00:00Z')
    const second = { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }
    await t.as(system, (tx) => publishPolicy(tx, system, second))
  })

  const wish = (open: 'open' | 'shut') => ({ [`page-${larkbeck.schoolId}`]: open })

  test('is shut, in plain words, until those who keep the policy open it', async () => {
    const shut = await app.get(base)
    expect(shut.status).toBe(404)
    expect(shut.text).toContain('Ask the school office for the policy')
    expect(shut.body).not.toContain('L-001')
    for (const path of ['/pdf', '/versions', '/for/parent', '/on/2025-03-01', `/of/larkbeck-school`])
      expect((await app.get(`${base}${path}`)).status, path).toBe(404)
    expect((await app.get('/policy/public', teacher)).status).toBe(403)
    expect((await app.post('/policy/public', wish('open'), teacher)).status).toBe(403)
    expect((await app.post('/policy/public', {}, head)).status).toBe(400)
    expect((await app.get(base)).status).toBe(404)
  })

  test('then shows everybody the text, with an address for each clause, and names nobody', async () => {
    expect((await app.post('/policy/public', wish('open'), head)).status).toBe(303)
    const page = await app.get(base)
    expect(page.status).toBe(200)
    for (const clause of pack.clauses) expect(page.body).toContain(`id="${clause.id}"`)
    expect(page.body).toContain('href="#L-241"')
    expect(page.body).toContain(`href="#s-${pack.sections[0]?.id}"`)
    expect(page.text).toContain('Version 2, in force since 4 September 2026')
    for (const path of ['', '/for/staff', '/for/young', '/versions'])
      expect((await app.get(`${base}${path}`)).text).not.toMatch(/Tolland|Tess Lowe/)
    const found = await app.get(`${base}?words=zombie`)
    expect(found.body).toContain(`href="${base}#L-`)
    expect(found.body).not.toContain('id="L-001"')
    expect((await app.get(`${base}?words=xyzzy`)).text).toContain('No clause has these words')
    const parents = await app.get(`${base}?for=parent`)
    expect(parents.text).toContain('Only the clauses that bind parents and carers')
    expect((await app.get('/at/nowhere/policy')).status).toBe(404)
    const nothing = await givenOrganisation(t, 'A School Without Policy')
    expect((await app.get(`/at/${nothing.slug}/policy`)).status).toBe(404)
  })

  test('says in short what each reader agrees to and whom to tell, in the words of the pack', async () => {
    const young = await app.get(`${base}/for/young`)
    expect(young.text).toContain('I use school computers for school work.')
    expect(young.text).toContain('Somebody at home signs this for you.')
    expect(young.text).toContain('0800 1111')
    expect(young.body).toContain(`/at/${larkbeck.slug}/tell/young`)
    expect(young.body).not.toContain('kept-clause"')
    const parent = await app.get(`${base}/for/parent`)
    expect(parent.text).toContain('Only for: Primary pupils')
    expect(parent.text).toContain('What you choose: ')
    const staff = await app.get(`${base}/for/staff`)
    for (const words of [
      'What you agree to',
      'What binds you',
      'rules of conduct for you',
      'the Designated Safeguarding Lead',
    ])
      expect(staff.text).toContain(words)
    const visitor = await app.get(`${base}/for/visitor`)
    expect(visitor.text).toContain('Only for: Staff, governors and regular visitors')
  })

  test('weighs less than 60 kB at first sight, with the styles of what it shows', async () => {
    const { css, reading } = readAssets(projectRoot())
    const [whole, styles] = [css, reading?.css ?? ''].map((path) => builtFile(path).toString())
    const pages = await Promise.all(['', '/for/staff', '/for/young', '/versions'].map((path) => app.get(base + path)))
    const named = new Set(
      pages.flatMap(({ body }) =>
        [...body.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
      ),
    )
    const styled = (sheet: string | undefined, name: string) => sheet?.match(new RegExp(`\\.${name}(?![\\w-])`)) != null
    expect([...named].filter((name) => styled(whole, name) && !styled(styles, name))).toEqual([])
    const page = await app.get(base, null, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    const onTheWay = [styles ?? '', builtFile(reading?.js ?? '')].reduce((sum, file) => sum + gzipSync(file).length, 0)
    expect(onTheWay + gzipSync(pages[0]?.body ?? '').length).toBeLessThan(60_000)
    expect(Number(page.headers['content-length'])).toBeLessThan(30_000)
  })

  test('keeps older versions by date, with a notice and out of the indexes', async () => {
    const old = await app.get(`${base}/on/2025-03-01`)
    expect(old.text).toContain('It began so.')
    expect(old.text).toContain('This version is no longer in force')
    expect(old.headers['x-robots-tag']).toBe('noindex')
    const now = await app.get(`${base}/on/2026-10-01`)
    expect(now.text).not.toContain('no longer in force')
    expect(now.headers['x-robots-tag']).toBeUndefined()
    expect((await app.get(`${base}/on/2024-01-01`)).status).toBe(404)
    const versions = await app.get(`${base}/versions`)
    expect(versions.text).toContain('10 February 2025')
    expect(versions.body).toContain(`${base}/on/2025-02-10/pdf`)
    expect(versions.body).not.toContain('/policy/versions/')
    const ours = await app.get('/policy/versions', teacher)
    expect(ours.body).toContain('href="/policy/versions/2/changes"')
    expect(ours.body).not.toContain('href="/policy/versions/1/changes"')
    const mine = await app.get('/policy/on/2025-03-01', teacher)
    expect(mine.text).toContain('This version is no longer in force')
  })

  test('answers without a body while nothing has changed', async () => {
    const first = await app.get(base)
    expect(first.headers['last-modified']).toBe('Mon, 23 Nov 2026 10:00:00 GMT')
    const again = await app.get(base, null, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.body]).toEqual([304, ''])
    const old = await app.get(`${base}/on/2025-03-01`)
    expect(old.headers.etag).not.toBe(first.headers.etag)
    await app.post('/policy/public', wish('shut'), head)
    const shut = await app.get(base, null, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect(shut.status).toBe(404)
    await app.post('/policy/public', wish('open'), head)
  })

  test('gives the PDF with the ledger entry of its publication, to everybody and to whoever is signed in', async () => {
    const pdf = await app.app.inject({ method: 'GET', url: `${base}/pdf` })
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdfInsides(pdf.rawPayload)).toMatch(/<pdfuaid:part>1</)
    expect((await app.get('/policy/pdf', teacher)).status).toBe(200)
  })

  test('is one of several where schools share a policy, each opened by itself', async () => {
    const other = { ...larkbeck, schoolId: newId() }
    const system = systemActor(larkbeck.organisationId, 'tests')
    await t.as(system, (tx) =>
      tx
        .insertInto('app.school')
        .values({ organisation_id: larkbeck.organisationId, id: other.schoolId, name: 'Élan Primary School' })
        .execute(),
    )
    const choose = await app.get(base)
    expect(choose.text).toContain('Choose your school')
    expect(choose.body).toContain(`${base}/of/larkbeck-school"`)
    expect(choose.text).not.toContain('Élan')
    expect((await app.get(`${base}/of/elan-primary-school`)).status).toBe(404)
    await app.post('/policy/public', { ...wish('shut'), [`page-${other.schoolId}`]: 'open' }, head)
    expect((await app.get(`${base}/of/elan-primary-school`)).text).toContain('Élan Primary School')
    expect((await app.get(`${base}/of/larkbeck-school`)).status).toBe(404)
  })
})
