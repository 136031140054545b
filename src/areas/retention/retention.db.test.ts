import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { announceExpiry } from './commands/announce-expiry.ts'
import { eraseDue } from './commands/erase-due.ts'
import { forgetUploads } from './commands/forget-uploads.ts'
import { postponeErasure } from './commands/postpone-erasure.ts'

const t = useDatabase()
const app = useApp(t)
const SECRET = 'Zanzibar'

let system: ReturnType<typeof systemActor>
let schoolId: string
let lead: PersonActor
let teacher: PersonActor
let pupil: PersonActor

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  schoolId = organisation.schoolId
  system = systemActor(organisation.organisationId, 'retention')
  await givenPolicy(t, organisation)
  lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
  teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Una Field' })
  pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
})

const opened = async (): Promise<string> => {
  const people = [{ part: 'victim', personId: pupil.personId, described: null }]
  const fields = { details: SECRET }
  const input = { kind: 'incident', schoolId, title: SECRET, category: null, occurredAt: null, fields, people }
  return (await t.as(lead, (tx) => openRecord(tx, lead, input))).id
}
const closed = async (): Promise<string> => {
  const recordId = await opened()
  await t.as(lead, (tx) => voidRecord(tx, lead, { recordId, reason: SECRET }))
  return recordId
}
const night = async () => {
  const erased = await t.as(system, eraseDue)
  return { announced: await t.as(system, announceExpiry), erased }
}
const states = async (...ids: string[]) => {
  const rows = await t.peek<{ id: string; state: string }>('select id, state from app.record where id = any ($1)', [
    ids,
  ])
  return ids.map((id) => rows.find((row) => row.id === id)?.state)
}

describe('retention', () => {
  test('announces a month before, lets it be postponed with a reason, and erases all but a tombstone', async () => {
    const [id, open, held] = [await closed(), await opened(), await closed()]
    await t.as(system, (tx) =>
      tx
        .insertInto('app.lasting_effect')
        .values({
          ...{ organisation_id: system.organisationId, id: newId(), record_id: held, key: 'k', does: 'hold' },
          ...{ target: 'evidence', school_id: schoolId, from_at: '2026-11-23T10:00:00Z' },
        })
        .execute(),
    )
    t.clock.set('2032-10-23T10:00:00Z')
    expect(await night()).toEqual({ announced: 0, erased: 0 })
    t.clock.set('2032-10-24T10:00:00Z')
    expect(await night()).toEqual({ announced: 2, erased: 0 })
    expect(await night()).toEqual({ announced: 0, erased: 0 })
    const told = await t.peek<{ reader_id: string; says: string }>(
      `select reader_id, says from app.notice where code = 'retention.announced'`,
    )
    expect(told.map((one) => one.reader_id)).toEqual([lead.personId])
    expect(told[0]?.says).toContain('2 records will be erased')
    expect(told[0]?.says).toContain('23 November 2032')

    const until = Temporal.PlainDate.from('2033-01-10')
    const postpone = (who: PersonActor, more: object) =>
      t.as(who, (tx) => postponeErasure(tx, who, { recordId: id, until, reason: 'A claim is open', ...more }))
    await expect(postpone(teacher, {})).rejects.toMatchObject({ name: 'NotFound' })
    await expect(postpone(lead, { reason: ' ' })).rejects.toMatchObject({ code: 'retention.no_reason' })
    await expect(postpone(lead, { until: until.add({ years: 1 }) })).rejects.toMatchObject({ code: 'retention.day' })
    const sent = { 'until-day': '10', 'until-month': '1', 'until-year': '2033', reason: 'A claim is open' }
    expect((await app.post(`/retention/${id}`, { ...sent, reason: '' }, lead)).status).toBe(400)
    expect((await app.post(`/retention/${id}`, sent, teacher)).status).toBe(404)
    expect((await app.post(`/retention/${id}`, sent, lead)).status).toBe(303)
    const page = (await app.get('/retention', lead)).text
    for (const words of ['10 January 2033', 'Postponed', 'Held as evidence', '6 years after it was closed'])
      expect(page).toContain(words)
    expect((await app.get('/retention', teacher)).text).not.toContain(SECRET)

    t.clock.set('2032-11-23T10:00:00Z')
    expect((await night()).erased).toBe(0)
    t.clock.set('2033-01-10T10:00:00Z')
    expect((await night()).erased).toBe(1)
    expect(await states(id, open, held)).toEqual(['erased', 'open', 'voided'])
    expect(await wordsLeft(id)).toEqual([])
    const later = await app.signedIn(lead)
    expect((await later.get('/retention')).text).toContain('INC-0001')
    expect((await later.get(`/incidents/${id}`)).status).toBe(404)
    expect((await later.get('/incidents')).body).not.toContain(`/incidents/${id}`)
  })

  test('forgets a roster that nobody approved within a week, and none that is younger, whatever asks', async () => {
    for (const days of [6, 8])
      await t.peek(
        `insert into app.roster_upload (organisation_id, id, uploaded_by, uploaded_at, name, reading)
         values ($1, $2, $3, now() - $4 * interval '1 day', $4::text || ' days', '')`,
        [lead.organisationId, newId(), lead.personId, days],
      )
    const left = async () =>
      (await t.peek<{ name: string }>('select name from app.roster_upload')).map((row) => row.name)
    await t.as(system, forgetUploads)
    expect(await left()).toEqual(['6 days'])
    await t.as(system, (tx) => tx.deleteFrom('app.roster_upload').execute())
    expect(await left()).toEqual(['6 days'])
  })

  test('leaves the ledger whole: the details are erased by rule and the chain holds', async () => {
    for (const chain of ['main', 'read'] as const)
      expect(await t.as(system, (tx) => verifyChain(tx, chain))).toMatchObject({ bad: null })
    const { erasedByRule } = await t.as(system, (tx) => verifyChain(tx, 'main'))
    expect(erasedByRule).toBeGreaterThan(0)
    const rows = await t.peek<{ code: string }>(`select code from app.ledger_entry where code like 'retention.%'`)
    expect(rows.map((row) => row.code)).toContain('retention.erased')
  })

  test('is refused by the database for what was not announced, is open or is held, and to everybody but the system', async () => {
    const [id, open] = [await closed(), await opened()]
    const erase = (actor: PersonActor | typeof system, record: string, day: string) =>
      t.as(actor, (tx) => sql`select app.erase_record(${record}::uuid, ${day}::date)`.execute(tx))
    await expect(erase(lead, id, '2099-01-01')).rejects.toThrow('only the system erases')
    await expect(erase(system, id, '2099-01-01')).rejects.toThrow('it was not announced')
    await expect(erase(system, open, '2099-01-01')).rejects.toThrow('only what is closed')
    const [held] = await t.peek<{ id: string }>('select record_id as id from app.lasting_effect')
    await expect(erase(system, held?.id ?? '', '2099-01-01')).rejects.toThrow('it is held')
    await expect(
      t.as(system, (tx) => sql`select app.empty_record(${system.organisationId}::uuid, ${id}::uuid)`.execute(tx)),
    ).rejects.toThrow('permission denied')
    for (const table of ['record_detail', 'record_event', 'ledger_detail', 'tombstone'] as const)
      await expect(
        t.as(system, (tx) => sql`delete from ${sql.table(`app.${table}`)}`.execute(tx)),
        table,
      ).rejects.toThrow('permission denied')
  })
})

/** The tables that still say a word of an erased record. */
async function wordsLeft(id: string): Promise<string[]> {
  const tables = await t.peek<{ name: string; column: string }>(`
    select c.relname as name, a.attname as column from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'app' and c.relkind = 'r' and a.attname = 'record_id' and not a.attisdropped`)
  const left: string[] = []
  for (const { name } of tables) {
    if (['ledger_entry', 'tombstone', 'duty', 'concern', 'record_origin'].includes(name)) continue
    if ((await t.peek(`select 1 from app.${name} where record_id = $1`, [id])).length > 0) left.push(name)
  }
  const details = await t.peek(
    `select 1 from app.ledger_detail d join app.ledger_entry e on e.organisation_id = d.organisation_id
        and e.chain = d.chain and e.seq = d.seq where e.record_id = $1`,
    [id],
  )
  const [row] = await t.peek<{ opened_by: string | null }>('select opened_by from app.record where id = $1', [id])
  return [...left, ...(details.length > 0 ? ['ledger_detail'] : []), ...(row?.opened_by == null ? [] : ['record'])]
}
