import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  closeConcern,
  findByReceipt,
  giveConcerns,
  joinConcern,
  partConcern,
  settleConcernByCase,
  takeConcern,
  tellConcern,
  writeMessage,
  writeNote,
} from '#areas/concerns/index.ts'
import { openRecord, voidRecord } from '#areas/records/index.ts'
import { type AnonymousActor, anonymousActor, type PersonActor, systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { announceConcerns } from './commands/announce-concerns.ts'
import { announceExpiry } from './commands/announce-expiry.ts'
import { eraseConcerns } from './commands/erase-concerns.ts'
import { eraseDue } from './commands/erase-due.ts'
import { postponeConcern } from './commands/postpone-concern.ts'

const t = useDatabase()
const app = useApp(t)
const KEY = Buffer.alloc(32, 3)
const SECRET = 'Zanzibar'

let organisation: GivenOrganisation
let system: ReturnType<typeof systemActor>
let lead: PersonActor
let second: PersonActor
let teacher: PersonActor
let nobody: AnonymousActor

beforeAll(async () => {
  organisation = await givenOrganisation(t)
  system = systemActor(organisation.organisationId, 'retention')
  nobody = anonymousActor(organisation.organisationId)
  await givenPolicy(t, organisation)
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  lead = await staff('Priya Raman', 'online_safety_lead')
  second = await staff('Nia Okafor', 'online_safety_lead')
  teacher = await staff('Una Field')
})

const tell = (actor: PersonActor | AnonymousActor = nobody) =>
  t.as(actor, (tx) =>
    tellConcern(tx, actor, KEY, {
      ...{ schoolId: organisation.schoolId, body: SECRET, aboutKind: 'contact', inDanger: false, wantsAnswer: true },
      reporterKind: actor.kind === 'anonymous' ? 'anonymous' : 'staff',
    }),
  )
const take = (id: string) => t.as(lead, (tx) => takeConcern(tx, lead, id))
const close = (concernId: string) =>
  t.as(lead, (tx) => closeConcern(tx, lead, { concernId, reason: SECRET, answer: SECRET }))
const closed = async (actor?: PersonActor) => {
  const told = await tell(actor)
  await take(told.id)
  await close(told.id)
  return told
}
const night = async () => {
  const erased = await t.as(system, eraseConcerns)
  return { announced: await t.as(system, announceConcerns), erased }
}
const stateOf = async (id: string) =>
  (await t.peek<{ state: string }>('select state from app.concern where id = $1', [id]))[0]?.state
const erase = (actor: PersonActor | typeof system, id: string) =>
  t.as(actor, (tx) => sql`select app.erase_concern(${id}::uuid, '2099-01-01'::date)`.execute(tx))

describe('the time of a concern', () => {
  test('is announced a month before, can be postponed with a reason, and leaves a tombstone', async () => {
    const main = await tell(teacher)
    const other = await tell()
    await t.as(lead, (tx) => joinConcern(tx, lead, { concernId: other.id, mainId: main.id, reason: SECRET }))
    await t.as(lead, (tx) => giveConcerns(tx, lead, { ids: [main.id], personId: lead.personId }))
    t.clock.set('2026-11-23T12:00:00Z')
    const reporter: AnonymousActor = { ...nobody, concernId: other.id }
    await t.as(reporter, (tx) => writeMessage(tx, reporter, { concernId: other.id, body: SECRET }))
    await t.as(lead, (tx) => writeNote(tx, lead, { concernId: main.id, body: SECRET }))
    for (const { id } of [main, other]) await keepOut(id, second)
    await withFile(other.id)
    t.clock.set('2026-11-23T15:00:00Z')
    await close(main.id)
    const open = await tell()

    t.clock.set('2032-10-23T10:00:00Z')
    expect(await night()).toEqual({ announced: 0, erased: 0 })
    t.clock.set('2032-10-24T10:00:00Z')
    expect(await night()).toEqual({ announced: 1, erased: 0 })
    expect(await night()).toEqual({ announced: 0, erased: 0 })
    const told = await t.peek<{ reader_id: string; says: string }>(
      `select reader_id, says from app.notice where code = 'retention.announced'`,
    )
    expect(told.map((one) => one.reader_id)).toEqual([lead.personId])
    expect(told[0]?.says).toContain('1 concern will be erased')
    expect(told[0]?.says).toContain('23 November 2032')

    const until = Temporal.PlainDate.from('2033-01-10')
    const postpone = (who: PersonActor, more: object) =>
      t.as(who, (tx) => postponeConcern(tx, who, { concernId: main.id, until, reason: 'A claim is open', ...more }))
    for (const who of [teacher, second]) await expect(postpone(who, {})).rejects.toMatchObject({ name: 'NotFound' })
    await expect(postpone(lead, { reason: ' ' })).rejects.toMatchObject({ code: 'retention.no_reason' })
    await expect(postpone(lead, { until: until.add({ years: 1 }) })).rejects.toMatchObject({ code: 'retention.day' })
    const sent = { 'until-day': '10', 'until-month': '1', 'until-year': '2033', reason: 'A claim is open' }
    expect((await app.post(`/retention/${main.id}`, { ...sent, reason: '' }, lead)).status).toBe(400)
    for (const who of [teacher, second]) expect((await app.post(`/retention/${main.id}`, sent, who)).status).toBe(404)
    expect((await app.post(`/retention/${main.id}`, sent, lead)).status).toBe(303)
    const page = (await app.get('/retention', lead)).text
    for (const words of ['Concern of 23 November 2026', '10 January 2033', 'Postponed', '6 years after it was closed'])
      expect(page).toContain(words)
    for (const who of [teacher, second]) expect((await app.get('/retention', who)).text).not.toContain(SECRET)

    t.clock.set('2032-11-23T10:00:00Z')
    expect((await night()).erased).toBe(0)
    t.clock.set('2033-01-10T10:00:00Z')
    expect((await night()).erased).toBe(1)
    expect([await stateOf(main.id), await stateOf(other.id), await stateOf(open.id)]).toEqual([
      'erased',
      'erased',
      'new',
    ])
    expect([await left(main.id), await left(other.id)]).toEqual([[], []])

    // Nobody reads it: not who looked after it, not who told it, not the receipt.
    const later = await app.signedIn(lead)
    expect((await later.get(`/concerns/${main.id}`)).status).toBe(404)
    expect((await later.get('/retention')).text).toContain('23 November 2026 to 23 November 2026')
    for (const who of [lead, teacher, reporter])
      expect(
        await t.as(who, (tx) => tx.selectFrom('app.concern').select('id').where('state', '=', 'erased').execute()),
      ).toEqual([])
    expect(await t.as(nobody, (tx) => findByReceipt(tx, KEY, other.receipt))).toBeNull()
    await expect(
      t.as(reporter, (tx) => writeMessage(tx, reporter, { concernId: other.id, body: 'more' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    // Whoever was kept out of it learns no more from its grave.
    const graves = (who: PersonActor) =>
      t.as(who, (tx) => tx.selectFrom('app.concern_tombstone').select('concern_id').execute())
    expect([await graves(lead), await graves(second), await graves(teacher)]).toEqual([
      [{ concern_id: main.id }],
      [],
      [],
    ])
    for (const chain of ['main', 'read'] as const)
      expect(await t.as(system, (tx) => verifyChain(tx, chain))).toMatchObject({ bad: null })
    expect((await t.as(system, (tx) => verifyChain(tx, 'main'))).erasedByRule).toBeGreaterThan(0)
  })

  test('is that of the case that it became, and begins anew when it is open again', async () => {
    t.clock.set('2026-11-23T10:00:00Z')
    const told = await tell()
    await take(told.id)
    const input = { kind: 'incident', schoolId: organisation.schoolId, title: 'Chat', category: null, occurredAt: null }
    const { id: recordId } = await t.as(lead, (tx) => openRecord(tx, lead, { ...input, fields: {}, people: [] }))
    await t.as(lead, (tx) => settleConcernByCase(tx, lead, { concernId: told.id, recordId }))
    const [main, joined] = [await tell(), await tell()]
    await t.as(lead, (tx) => joinConcern(tx, lead, { concernId: joined.id, mainId: main.id, reason: 'Same' }))
    await take(main.id)
    await close(main.id)
    t.clock.set('2030-11-23T10:00:00Z')
    await t.as(lead, (tx) => voidRecord(tx, lead, { recordId, reason: 'Over' }))

    t.clock.set('2032-11-01T10:00:00Z')
    expect((await night()).announced).toBe(1)
    const announced = async () =>
      (await t.peek('select 1 from app.concern_expiry where concern_id = $1', [main.id])).length
    await t.as(lead, (tx) => partConcern(tx, lead, { concernId: joined.id, reason: 'Not the same' }))
    expect(await announced()).toBe(1)
    await t.as(lead, (tx) => settleConcernByCase(tx, lead, { concernId: main.id, recordId }))
    expect(await announced()).toBe(0)
    t.clock.set('2033-06-01T10:00:00Z')
    expect(await night()).toEqual({ announced: 0, erased: 0 })

    t.clock.set('2036-10-25T10:00:00Z')
    await t.as(system, announceExpiry)
    t.clock.set('2036-11-24T10:00:00Z')
    expect(await t.as(system, eraseDue)).toBe(1)
    expect([await stateOf(told.id), await stateOf(main.id), await stateOf(joined.id)]).toEqual([
      'erased',
      'erased',
      'taken',
    ])
    expect([await left(told.id), await left(main.id)]).toEqual([[], []])

    // What a case had left behind, before concerns went with it, is announced for itself: nothing goes in silence.
    await t.peek(`update app.concern set state = 'incident', record_id = $2 where id = $1`, [joined.id, recordId])
    expect((await night()).announced).toBe(1)
    t.clock.set('2036-12-25T10:00:00Z')
    expect((await night()).erased).toBe(1)
    expect(await stateOf(joined.id)).toBe('erased')
  })

  test('is over only where the database agrees: settled, announced, by the system, of the own organisation', async () => {
    t.clock.set('2026-11-23T10:00:00Z')
    const [done, open] = [await closed(), await tell()]
    await expect(erase(lead, done.id)).rejects.toThrow('only the system erases')
    await expect(erase(system, done.id)).rejects.toThrow('it was not announced')
    await expect(erase(system, open.id)).rejects.toThrow('only what is settled')
    await t.as(system, (tx) =>
      tx
        .insertInto('app.concern_expiry')
        .values({
          ...{ organisation_id: system.organisationId, concern_id: open.id, rule: 'None', expires_on: '2026-11-24' },
          ...{ announced_at: '2026-11-01T10:00:00Z', announced_to: [lead.personId] },
        })
        .execute(),
    )
    t.clock.set('2027-11-23T10:00:00Z')
    expect((await night()).erased).toBe(0)
    await expect(erase(system, open.id)).rejects.toThrow('only what is settled')
    const elsewhere = await givenOrganisation(t)
    await expect(erase(systemActor(elsewhere.organisationId, 'retention'), done.id)).rejects.toThrow(
      'only what is settled',
    )
    for (const actor of [lead, system])
      await expect(
        t.as(actor, (tx) => sql`update app.concern set state = 'erased' where id = ${done.id}::uuid`.execute(tx)),
      ).rejects.toThrow('row-level security')
    await expect(
      t.as(system, (tx) => sql`select app.empty_concern(${system.organisationId}::uuid, ${done.id}::uuid)`.execute(tx)),
    ).rejects.toThrow('permission denied')
    for (const table of ['concern', 'concern_message', 'concern_note', 'concern_wall', 'concern_tombstone'] as const)
      await expect(
        t.as(system, (tx) => sql`delete from ${sql.table(`app.${table}`)}`.execute(tx)),
        table,
      ).rejects.toThrow('permission denied')
    expect(await stateOf(done.id)).toBe('closed')
  })
})

const keepOut = (concernId: string, { personId }: PersonActor) =>
  t.as(system, (tx) =>
    tx
      .insertInto('app.concern_wall')
      .values({ organisation_id: system.organisationId, concern_id: concernId, person_id: personId })
      .execute(),
  )

const withFile = (concernId: string) =>
  t.as(system, (tx) =>
    tx
      .insertInto('app.concern_file')
      .values({
        ...{ organisation_id: system.organisationId, concern_id: concernId, id: newId(), sha256: 'a'.repeat(64) },
        ...{ bytes: 10, type: 'image/png', cleaned: [], from_reporter: true, received_at: t.clock.now().toString() },
      })
      .execute(),
  )

/** The tables that still say a word of an erased concern. */
async function left(id: string): Promise<string[]> {
  const tables = await t.peek<{ name: string }>(`
    select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'app' and c.relkind = 'r' and a.attname = 'concern_id' and not a.attisdropped`)
  const found: string[] = []
  for (const { name } of tables)
    if (
      name !== 'concern_tombstone' &&
      (await t.peek(`select 1 from app.${name} where concern_id = $1`, [id])).length > 0
    )
      found.push(name)
  const others = {
    notice: 'select 1 from app.notice where subject_id = $1',
    ledger_detail: `select 1 from app.ledger_detail d join app.ledger_entry e on e.organisation_id = d.organisation_id
      and e.chain = d.chain and e.seq = d.seq where e.subject_id = $1 and e.code not like 'retention.%'`,
    concern: `select 1 from app.concern where id = $1 and (body <> '' or closing_reason is not null or taken_by is not null
      or record_id is not null or joined_to is not null)`,
  }
  for (const [name, asked] of Object.entries(others)) if ((await t.peek(asked, [id])).length > 0) found.push(name)
  return found
}
