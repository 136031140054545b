import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { countMine, planDuties, settleMissed } from './index.ts'

const t = useDatabase('2026-11-02T08:00:00Z')
const app = useApp(t)
const DUTY = 'weekly_monitoring_report'

describe('missed rounds of one duty', () => {
  let dsl: PersonActor
  let head: PersonActor
  let teacher: PersonActor
  let stranger: PersonActor
  let ids: string[]

  beforeAll(async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    dsl = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
    head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Tess Lowe' })
    stranger = await givenPerson(t, other, { kind: 'staff', posts: ['dsl', 'head'] })
    const system = systemActor(organisation.organisationId, 'tests')
    for (const day of ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']) {
      t.clock.set(`${day}T08:00:00Z`)
      await t.as(system, (tx) => planDuties(tx, system))
    }
    t.clock.set('2026-11-24T09:00:00Z')
    const rows = await t.peek<{ id: string }>(
      `select id from app.duty where organisation_id = $1 and duty = $2 and due_at < '2026-11-24T09:00:00Z' order by due_at`,
      [organisation.organisationId, DUTY],
    )
    ids = rows.map((row) => row.id)
  })

  const stateOf = async (id: string | undefined) =>
    (await t.peek<{ state: string; note: string | null }>('select state, note from app.duty where id = $1', [id]))[0]

  test('are one line of the list, which leads to all of them', async () => {
    expect(ids.length).toBeGreaterThan(2)
    const page = await app.get('/duties', dsl)
    expect(page.text).toContain(`${ids.length} times late`)
    const missed = await app.get(`/duties/${ids.at(-1)}/missed`, dsl)
    expect(missed.text).toContain(`${ids.length} rounds were missed.`)
    expect(missed.body.match(/type="checkbox"/g)).toHaveLength(ids.length)
  })

  test('the menu counts the lines of the list, whoever looks', async () => {
    for (const who of [dsl, head, teacher]) {
      const page = await app.get('/duties', who)
      const lines = page.body.match(/<(li|div) class="kept-duty[ "]/g)?.length ?? 0
      expect(await t.as(who, (tx) => countMine(tx, who))).toBe(lines)
      const shown = /My duties <span class="kept-nav__count">(\d+)/.exec(page.body)?.[1] ?? '0'
      expect(Number(shown)).toBe(lines)
    }
  })

  test('want a reason and a tick, and keep what was typed', async () => {
    const path = `/duties/${ids[0]}/missed`
    const none = await app.post(path, { reason: 'The report did not come' }, dsl)
    expect(none.status).toBe(400)
    expect(none.body).toContain('The report did not come')
    expect(none.text).toContain('Tick the rounds that you settle')
    const silent = await app.post(path, { ids: ids[0] ?? '' }, dsl)
    expect(silent.text).toContain('Say why they were missed')
    expect((await stateOf(ids[0]))?.state).toBe('open')
  })

  test('are settled only by whoever has the post, and found only in their own organisation', async () => {
    const fields = { reason: 'No time', all: 'yes' }
    expect((await app.post(`/duties/${ids[0]}/missed`, fields, teacher)).status).toBe(403)
    expect((await app.post(`/duties/${ids[0]}/missed`, fields, stranger)).status).toBe(404)
    expect((await app.get(`/duties/${ids[0]}/missed`, teacher)).body).not.toContain('type="checkbox"')
    await expect(
      t.as(teacher, (tx) => settleMissed(tx, teacher, { dutyId: ids[0] ?? '', reason: 'No time' })),
    ).rejects.toMatchObject({ code: 'duty.not_mine' })
    await expect(t.as(dsl, (tx) => settleMissed(tx, dsl, { dutyId: ids[0] ?? '', reason: ' ' }))).rejects.toMatchObject(
      { code: 'duty.missed.no_reason' },
    )
  })

  test('are settled as missed with one reason, and one entry in the ledger; the rest waits', async () => {
    const chosen = ids.slice(0, 2)
    const sent = await app.post(`/duties/${ids.at(-1)}/missed`, { reason: 'The filter was down', ids: chosen }, dsl)
    expect([sent.status, sent.location]).toEqual([303, '/duties'])
    for (const id of chosen) expect(await stateOf(id)).toEqual({ state: 'missed', note: 'The filter was down' })
    expect((await stateOf(ids.at(-1)))?.state).toBe('open')
    const entries = await t.peek(`select 1 from app.ledger_entry where code = 'duty.missed' and actor_person_id = $1`, [
      dsl.personId,
    ])
    expect(entries).toHaveLength(1)
    const again = t.as(dsl, (tx) => settleMissed(tx, dsl, { dutyId: ids[0] ?? '', ids: chosen, reason: 'Twice' }))
    await expect(again).rejects.toMatchObject({ code: 'duty.missed.none' })
  })

  test('are chosen in the list of all, when they are of one duty', async () => {
    const last = ids.at(-1) ?? ''
    const to = await app.post('/duties/chosen', { ids: last, do: 'settle', back: '?view=late' }, head)
    expect(to.location).toBe(`/duties/${last}/missed?ids=${last}`)
    const [other] = await t.peek<{ id: string }>(
      `select id from app.duty where organisation_id = $1 and duty <> $2 and state = 'open' limit 1`,
      [dsl.organisationId, DUTY],
    )
    const mixed = await app.post(
      '/duties/chosen',
      { ids: [last, other?.id ?? ''], do: 'settle', back: '?view=late' },
      head,
    )
    expect(mixed.location).toBe('/duties/all?view=late')
    const settled = await app.get('/duties/all?view=done', head)
    expect(settled.text).toContain('Missed')
    const paper = await app.get(`/duties/print?ids=${ids[0]},${last}`, head)
    expect(paper.text).toContain('2 duties. Printed 24 November 2026')
    expect((await app.get(`/duties/print?ids=${ids[0]}`, teacher)).status).toBe(403)
  })
})
