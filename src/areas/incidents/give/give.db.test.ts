import { beforeAll, expect, test } from 'vitest'
import type { RecordFilter } from '#areas/records/index.ts'
import { addCasePeople, endAssignments, giveRecords, listRecords, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { castIn } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { incidentHome } from '../home.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)
const ids: string[] = []
const staff: Record<string, PersonActor> = {}
const of = castIn(staff)
const id = (at: number) => ids[at] ?? ''

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const stranger = await givenOrganisation(t, 'Another School')
  await givenPolicy(t, stranger)
  const post = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  staff.lead = await post('Sam Pritchard', ['online_safety_lead'])
  staff.dsl = await post('Priya Raman', ['dsl'])
  staff.head = await post('Moira Tolland', ['head'])
  staff.teacher = await post('Ines Farrow', [])
  staff.governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
  staff.stranger = await givenPerson(t, stranger, { kind: 'staff', posts: ['online_safety_lead'] })
  for (const [at, title] of ['First', 'Second', 'Third'].entries()) {
    t.clock.set(`2026-11-16T08:0${at}:00Z`)
    const { id: made } = await t.as(of('lead'), (tx) =>
      openRecord(tx, of('lead'), {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title,
        category: 'virus',
        occurredAt: null,
        fields: {},
        people: title === 'Third' ? [{ part: 'named_staff', personId: of('head').personId, described: null }] : [],
      }),
    )
    ids.push(made)
  }
})

const give = (by: string, to: string | null, which: readonly string[] = ids) =>
  t.as(of(by), (tx) =>
    giveRecords(tx, of(by), {
      kind: 'incident',
      home: incidentHome,
      ids: which,
      personId: to === null ? null : of(to).personId,
    }),
  )
const list = async (who: string, view: RecordFilter['view']) =>
  (await t.as(of(who), (tx) => listRecords(tx, { kind: 'incident', view, words: '', page: 1, size: 9 }))).map(
    (row) => `${row.title ?? '?'}: ${row.has ?? '-'}`,
  )

test('the ticked cases are given to somebody who handles them, told once, and seen as theirs', async () => {
  expect(await list('dsl', 'nobodys')).toHaveLength(3)
  const sent = await app.post(
    '/incidents/chosen',
    { ids: [id(0), id(1)], do: 'give', to: of('dsl').personId, back: '?view=open' },
    of('lead'),
  )
  expect([sent.status, sent.location]).toEqual([303, '/incidents?view=open'])
  expect(await list('dsl', 'mine')).toEqual(['Second: Priya Raman', 'First: Priya Raman'])
  expect(await list('lead', 'nobodys')).toEqual(['Third: -'])
  const notices = await t.peek<{ says: string; href: string }>(
    'select says, href from app.notice where reader_id = $1',
    [of('dsl').personId],
  )
  expect(notices).toEqual([{ says: 'Sam Pritchard asks you to look after 2 cases.', href: '/incidents?view=mine' }])
  expect((await app.get('/duties', of('dsl'))).text).toContain('First')
  expect((await app.get(`/incidents/${id(0)}`, of('lead'))).text).toContain('Given by Sam Pritchard')
})

test('who may know only that a case exists learns nothing of who has it', async () => {
  expect(await list('governor', 'mine')).toEqual([])
  expect(await list('governor', 'open')).toEqual(['?: -', '?: -', '?: -'])
})

test('whoever is in it, walled off, outside its circle or a stranger is not given it, nor gives it', async () => {
  expect(await give('lead', 'head', [id(2)])).toEqual({ given: 0, refused: 1 })
  expect(await give('lead', 'teacher')).toEqual({ given: 0, refused: 3 })
  expect(await give('lead', 'stranger')).toEqual({ given: 0, refused: 3 })
  for (const by of ['teacher', 'governor', 'stranger'])
    expect(await give(by, 'dsl', [id(2)]), by).toEqual({ given: 0, refused: 1 })
  expect((await app.post(`/incidents/${id(2)}/give`, { to: of('head').personId }, of('lead'))).status).toBe(409)
})

test('the database refuses a row that goes round the command', async () => {
  const row = (record: string, person: string, by: string) =>
    t.as(of(by), (tx) =>
      tx
        .insertInto('app.record_assignment')
        .values({
          organisation_id: of(by).organisationId,
          id: newId(),
          record_id: record,
          person_id: of(person).personId,
          given_by: of(by).personId,
          given_at: '2026-11-16T09:00:00Z',
        })
        .execute(),
    )
  await expect(row(id(2), 'head', 'lead')).rejects.toThrow('row-level security')
  await expect(row(id(2), 'teacher', 'lead')).rejects.toThrow('row-level security')
  await expect(row(id(2), 'dsl', 'teacher')).rejects.toThrow('row-level security')
  await row(id(2), 'dsl', 'lead')
  await t.peek('delete from app.record_assignment where record_id = $1', [id(2)])
})

test('a case is taken from whoever is named in it later, or holds no post for it any more', async () => {
  expect(await give('lead', 'head', [id(0)])).toEqual({ given: 1, refused: 0 })
  await t.as(of('lead'), (tx) =>
    addCasePeople(tx, of('lead'), {
      recordId: id(0),
      people: [{ part: 'named_staff', personId: of('head').personId, described: null }],
    }),
  )
  expect(await list('lead', 'nobodys')).toEqual(['Third: -', 'First: -'])
  await t.peek(`update app.post_holder set until_on = '2026-11-16' where person_id = $1`, [of('dsl').personId])
  expect(await t.as(systemActor(of('lead').organisationId, 'tests'), (tx) => endAssignments(tx))).toBe(1)
  expect(await list('lead', 'nobodys')).toEqual(['Third: -', 'Second: -', 'First: -'])
  const told = await t.peek<{ reader: string; says: string }>(
    'select reader_id as reader, says from app.notice where code like $1 order by written_at, says, reader_id',
    ['record.unassigned/%'],
  )
  const says = (reference: string) => `Nobody looks after ${reference} any more. Take it, or give it to somebody.`
  // Whoever was named in the first learns nothing of it, and whoever holds the post no longer nothing of the second.
  expect(told.filter((one) => one.says === says('INC-0001')).map((one) => one.reader)).not.toContain(
    of('head').personId,
  )
  expect(new Set(told.filter((one) => one.says === says('INC-0002')).map((one) => one.reader))).toEqual(
    new Set([of('lead').personId, of('head').personId]),
  )
})

test('a case can be given back to nobody in particular, and who had it stays known', async () => {
  expect(await give('lead', 'lead', [id(1)])).toEqual({ given: 1, refused: 0 })
  expect(await list('lead', 'mine')).toEqual(['Second: Sam Pritchard'])
  expect(await give('lead', null, [id(1)])).toEqual({ given: 1, refused: 0 })
  expect(await list('lead', 'mine')).toEqual([])
  const rows = await t.peek('select 1 from app.record_assignment where record_id = $1', [id(1)])
  expect(rows).toHaveLength(2)
  const events = await t.peek(`select 1 from app.ledger_entry where record_id = $1 and code = 'incident.given'`, [
    id(1),
  ])
  expect(events).toHaveLength(3)
})
