import { describe, expect, test } from 'vitest'
import { tellOfConcern, tellOfMessage } from '#areas/concerns/index.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'
import { givenOrganisation, givenPerson } from '../support/given.ts'
import { givenPolicy } from '../support/policy.ts'

const NAME = 'Wilhelmina Quastenfeld'

describe('a signed-in pupil who reports without a name', () => {
  const t = useDatabase()
  const log: string[] = []
  const app = useApp(t, { log })

  /** Every row of every table of the database, queued jobs and sign-ins included, each as one text. */
  async function everyRow(): Promise<Set<string>> {
    const tables = await t.peek<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const rows = new Set<string>()
    for (const { name } of tables)
      for (const { row } of await t.peek<{ row: unknown }>(`select to_jsonb(r) as row from ${name} r`))
        rows.add(`${name} ${JSON.stringify(row)}`)
    return rows
  }

  test('leaves no trace in any table, in the ledger or in the log', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: NAME, yearGroup: 9 })
    const browser = await app.signedIn(pupil)
    // Signed in, as the choice page shows, and on to the public form with every cookie that the browser has.
    const choice = await browser.get('/tell')
    expect(choice.status).toBe(200)
    expect(browser.cookie).not.toBe('')
    const before = await everyRow()
    const known = [...before].filter((row) => row.includes(pupil.personId))
    expect(known.length).toBeGreaterThan(1)
    const logBefore = log.length

    const page = `/at/${organisation.slug}/tell/older`
    const headers = { 'user-agent': 'A-rare-tablet/7', 'x-forwarded-for': '203.0.113.77' }
    const { fields } = (await browser.get(page, { headers })).form(page)
    const what = { about: 'contact', what: 'Somebody writes to me at night', danger: 'yes', answer: 'yes' }
    const sent = await browser.post(page, { ...fields, ...what }, { headers })
    expect(sent.status).toBe(200)
    const receipt = /kept-receipt__digits">([\d ]+)</.exec(sent.body)?.[1] ?? ''
    const back = `/at/${organisation.slug}/tell/back`
    const talk = await browser.post(back, { receipt }, { headers })
    expect(talk.status).toBe(200)
    const more = await browser.post(
      `${back}/write`,
      { ...talk.form(`${back}/write`).fields, message: 'It goes on' },
      { headers },
    )
    expect(more.status).toBe(200)
    const [concern] = await t.peek<{ id: string }>('select id from app.concern')
    const system = systemActor(organisation.organisationId, 'concerns')
    await t.as(system, (tx) => tellOfConcern(tx, concern?.id ?? ''))
    await t.as(system, (tx) => tellOfMessage(tx, concern?.id ?? ''))

    const after = await everyRow()
    const changed = [...after].filter((row) => !before.has(row))
    expect(changed.some((row) => row.startsWith('app.concern '))).toBe(true)
    expect(changed.some((row) => row.startsWith('app.ledger_entry '))).toBe(true)
    // What was there about the pupil is as it was: not even the session's last use has moved.
    for (const row of known) expect(after.has(row)).toBe(true)
    const { identity } = app
    const userId = await identity.userOf(pupil.organisationId, pupil.personId)
    const sessions = await t.peek<{ id: string }>('select id from identity.session')
    const traces = [
      pupil.personId,
      userId ?? 'nobody',
      ...NAME.split(' '),
      ...sessions.map((row) => row.id),
      ...browser.cookie.split(/[=;. ]/).filter((part) => part.length > 11),
      'A-rare-tablet',
      '203.0.113.77',
      '127.0.0.1',
      receipt,
      receipt.replaceAll(' ', ''),
    ]
    const written = [...changed, ...log.slice(logBefore)].join('\n').toLowerCase()
    expect(log.length).toBeGreaterThan(logBefore)
    for (const trace of traces) expect(written.includes(trace.toLowerCase()), trace).toBe(false)
    expect(written).not.toContain('"actor_kind":"person"')
    for (const line of log.slice(logBefore)) expect(line).not.toMatch(/tell\/|older|larkbeck|o-[0-9a-f]{12}/i)
  })
  test('is told apart from one who tells with their name: there the search finds them', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: NAME, yearGroup: 9 })
    const before = await everyRow()
    const browser = await app.signedIn(pupil)
    const fields = { about: 'contact', what: 'Somebody writes to me', danger: 'no', answer: 'yes' }
    const form = (await browser.get('/tell/named')).form('/tell/named')
    expect((await browser.post('/tell/named', { ...form.fields, ...fields })).status).toBe(200)
    const changed = [...(await everyRow())].filter((row) => !before.has(row) && row.includes(pupil.personId))
    for (const table of ['app.concern_reporter ', 'app.ledger_entry '])
      expect(
        changed.some((row) => row.startsWith(table)),
        table,
      ).toBe(true)
  })
})
