import { beforeAll, describe, expect, test } from 'vitest'
import { tellConcern } from '#areas/concerns/index.ts'
import { writeNotices } from '#areas/notices/index.ts'
import { pupilFilesArea } from '#areas/pupil-files/index.ts'
import {
  addCasePeople,
  openRecord,
  readCase,
  removeCasePerson,
  takeWallDown,
  voidRecord,
  wallOff,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { testKeys, useApp } from '#tests/support/app.ts'
import { namingColumns, seenAround } from '#tests/support/around-a-case.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenSchool } from '#tests/support/school.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })
const SECRET = 'Zanzibar'

let schoolId: string
let lead: PersonActor
let head: PersonActor
let dsl: PersonActor
let chair: PersonActor
let pupil: PersonActor
let other: PersonActor

beforeAll(async () => {
  ;({ schoolId, lead, head, dsl, chair, pupil } = await givenSchool(t, ['lead', 'head', 'dsl', 'chair', 'pupil']))
  other = await givenPerson(t, await givenOrganisation(t, 'Elsewhere'), { kind: 'staff', name: 'Una Field' })
})

const open = async (named: readonly PersonActor[] = []): Promise<string> => {
  const people = named.map((one) => ({ part: 'named_staff', personId: one.personId, described: null }))
  const input = { kind: 'incident', schoolId, title: SECRET, category: null, occurredAt: null, fields: {}, people }
  return (await t.as(lead, (tx) => openRecord(tx, lead, input))).id
}
const reads = (who: PersonActor, id: string) =>
  t
    .as(who, (tx) => readCase(tx, id))
    .then(
      () => true,
      () => false,
    )
const wall = (who: PersonActor, recordId: string, whom: PersonActor) =>
  t.as(who, (tx) => wallOff(tx, who, { recordId, personId: whom.personId, reason: 'My sister teaches him' }))

describe('somebody who is named in a case later', () => {
  test('loses it on every page, in every list, file, count and notice, and the concern it came from', async () => {
    const concern = await t.as(pupil, (tx) =>
      tellConcern(tx, pupil, testKeys.derive('receipts'), {
        schoolId,
        reporterKind: 'pupil',
        body: SECRET,
        aboutKind: null,
        inDanger: false,
        wantsAnswer: true,
      }),
    )
    const id = await open()
    await t.peek('update app.concern set record_id = $1 where id = $2', [id, concern.id])
    const subject = { kind: 'record', id }
    const notice = { code: 'notify/x', says: SECRET, href: '/', subject, party: null, clauses: [], urgent: false }
    await t.as(lead, (tx) => writeNotices(tx, [{ ...notice, readerId: dsl.personId }]))
    expect(await whereSeen(await app.signedIn(dsl), id, concern.id)).toEqual(EVERYWHERE)
    const people = [{ part: 'named_staff', personId: dsl.personId, described: null }]
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: id, people }))
    expect(await whereSeen(await app.signedIn(dsl), id, concern.id)).toEqual([])
    expect(await rowsFor(dsl, id)).toEqual({ entries: 0, seen: 0, notices: 0 })
    expect(await whereSeen(await app.signedIn(lead), id, concern.id)).toContain('case')
  })

  test('changes nothing of it either, also not blindly', async () => {
    const id = await open([dsl])
    const changed = await t.as(dsl, (tx) => tx.updateTable('app.record').set({ files_locked: true }).executeTakeFirst())
    expect(Number(changed.numUpdatedRows)).toBe(0)
    await expect(t.as(dsl, (tx) => voidRecord(tx, dsl, { recordId: id, reason: 'No' }))).rejects.toThrow()
  })
})

describe('a wall for a conflict of interest', () => {
  test('keeps out whoever declares it, names who handles it now, and is shown with its reason to them alone', async () => {
    const id = await open()
    const left = await wall(dsl, id, dsl)
    expect(left.map((one) => one.name).toSorted()).toEqual(['Moira Tolland', 'Priya Raman'])
    expect(await reads(dsl, id)).toBe(false)
    expect((await app.get(`/incidents/${id}/walls`, lead)).text).toContain('My sister teaches him')
    expect((await app.get(`/incidents/${id}/walls`, dsl)).status).toBe(404)
    const seen = await t.as(dsl, (tx) => tx.selectFrom('app.record_conflict').select('id').execute())
    expect(seen).toEqual([])
  })

  test('is put up for others by whoever handles the case, and by nobody else', async () => {
    const id = await open()
    await expect(wall(chair, id, dsl)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(wall(lead, id, other)).rejects.toMatchObject({ name: 'NotFound' })
    const browser = await app.signedIn(lead)
    const fields = { who: 'other', person: 'Nia Okafor, staff', reason: '' }
    expect((await browser.post(`/incidents/${id}/walls`, fields)).status).toBe(400)
    expect((await browser.post(`/incidents/${id}/walls`, { ...fields, reason: 'Her son' })).status).toBe(303)
    expect(await reads(dsl, id)).toBe(false)
    await expect(wall(lead, id, dsl)).rejects.toMatchObject({ code: 'record.wall.again' })
  })

  test('gives a case to the stand-in of whoever was alone in their post, and comes down with a reason', async () => {
    const id = await open()
    expect(await reads(chair, id)).toBe(false)
    const left = await wall(lead, id, head)
    expect(left.map((one) => one.name)).toContain('Ruth Marsh')
    expect([await reads(head, id), await reads(chair, id)]).toEqual([false, true])
    const [line] = await t.as(chair, (tx) => tx.selectFrom('app.record_conflict').select('id').execute())
    const down = { recordId: id, conflictId: line?.id ?? '', reason: '' }
    await expect(t.as(chair, (tx) => takeWallDown(tx, chair, down))).rejects.toMatchObject({ name: 'Refused' })
    await t.as(chair, (tx) => takeWallDown(tx, chair, { ...down, reason: 'It was another family' }))
    expect([await reads(head, id), await reads(chair, id)]).toEqual([true, false])
    expect((await app.get(`/incidents/${id}/walls`, lead)).text).toContain('It was another family')
  })

  test('stands on its own: being named by mistake does not take it down, nor does it lift the wall of the named', async () => {
    const id = await open([dsl])
    const person = { part: 'named_staff', personId: dsl.personId, described: null }
    await t.as(lead, (tx) => removeCasePerson(tx, lead, { recordId: id, person, reason: 'Mistaken' }))
    expect(await reads(dsl, id)).toBe(true)
    await wall(dsl, id, dsl)
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: id, people: [person] }))
    await t.as(lead, (tx) => removeCasePerson(tx, lead, { recordId: id, person, reason: 'Mistaken again' }))
    expect(await reads(dsl, id)).toBe(false)
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: id, people: [person] }))
    const [line] = await t.peek<{ id: string }>('select id from app.record_conflict where record_id = $1', [id])
    await t.as(lead, (tx) => takeWallDown(tx, lead, { recordId: id, conflictId: line?.id ?? '', reason: 'Moved away' }))
    expect(await reads(dsl, id)).toBe(false)
  })

  test('never leaves a case without anybody to handle it', async () => {
    const id = await open([lead, dsl])
    // Of those who see it the head alone is left; their stand-in is named as well.
    const people = [{ part: 'named_staff', personId: chair.personId, described: null }]
    await t.as(head, (tx) => addCasePeople(tx, head, { recordId: id, people }))
    await expect(wall(head, id, head)).rejects.toMatchObject({ code: 'record.wall.nobody_left' })
    expect(await reads(head, id)).toBe(true)
    const walls = await t.peek('select 1 from app.record_conflict where record_id = $1', [id])
    expect(walls).toEqual([])
  })

  test('is in the ledger with who put it up', async () => {
    const id = await open()
    await wall(lead, id, dsl)
    const rows = await t.peek<{ actor_person_id: string; details: string }>(
      `select e.actor_person_id, d.details from app.ledger_entry e
         join app.ledger_detail d on d.organisation_id = e.organisation_id and d.chain = e.chain and d.seq = e.seq
        where e.record_id = $1 and e.code = 'incident.walled_off'`,
      [id],
    )
    expect(rows).toMatchObject([{ actor_person_id: lead.personId }])
    expect(rows[0]?.details).toContain('My sister teaches him')
  })
})

describe('a case that is missing in the file of a pupil who moves', () => {
  const move = async (day: string) => {
    const fields = {
      pupil: 'Leila Haddad, Year 8',
      school: 'Hilltop',
      'on-day': day,
      'on-month': '11',
      'on-year': '2026',
    }
    return (await app.post('/pupil-files/new?way=out', fields, dsl)).location ?? ''
  }
  /** Does what waits for the software about files that were made. */
  const look = async () => {
    const rows = await t.peek<{ payload: { organisationId: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
        where k.identifier = 'pupil_file_lacks'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { payload } of rows) await pupilFilesArea.tasks?.({ db: t.db } as never).pupil_file_lacks?.(payload)
  }

  test('is sent by those who handle it, and whoever made the file learns nothing of it or of that', async () => {
    const people = [{ part: 'victim', personId: pupil.personId, described: null }]
    const input = { kind: 'incident', schoolId, title: SECRET, category: null, occurredAt: null, fields: {}, people }
    const { id, reference } = await t.as(lead, (tx) => openRecord(tx, lead, input))
    await wall(lead, id, dsl)
    const file = await move('20')
    expect((await app.get(`${file}/file.pdf`, dsl)).status).toBe(200)
    const naming = await namingColumns(t)
    const learns = async () => ({
      pages: await Promise.all(
        [file, '/duties', '/notices'].map(
          // Every page says to which entry of the ledger it stands: the software always writes one.
          async (page) => (await app.get(page, dsl)).text.replace(/Sealed today at 10:00 \w+/, ''),
        ),
      ),
      rows: (await seenAround(t, naming, dsl, id)).filter((table) => table !== 'record_wall'),
      mails: await t.peek('select 1 from app.mail where to_person_id = $1', [dsl.personId]),
    })
    await app.get(file, dsl)
    const before = await learns()
    await look()
    await look()
    expect(await learns()).toEqual(before)
    expect([before.rows, JSON.stringify(before.pages).includes(reference)]).toEqual([[], false])

    const told = await t.peek<{ reader_id: string; href: string }>(
      `select reader_id, href from app.notice where code like 'pupil_file.lacks/%' and subject_id = $1`,
      [id],
    )
    expect(told.map((row) => row.reader_id).toSorted()).toEqual([lead.personId, head.personId].toSorted())
    const gap = told[0]?.href ?? ''
    expect((await app.get('/duties', lead)).text).toContain(`Send ${reference} to the next school`)
    expect((await app.get(gap, lead)).text).toContain('Hilltop')
    const sent = { does: 'sent', says: 'To A. Brown, by hand' }
    for (const who of [dsl, chair])
      expect([(await app.get(gap, who)).status, who.audience]).toEqual([404, who.audience])
    expect((await app.post(gap, sent, dsl)).status).toBe(404)
    expect((await app.post(gap, { ...sent, says: '' }, lead)).status).toBe(400)
    expect((await app.post(gap, sent, lead)).status).toBe(303)
    expect((await app.post(gap, sent, head)).status).toBe(409)
    expect((await app.get('/duties', lead)).text).not.toContain(`Send ${reference} to the next school`)
  })

  test('is told of as well when whoever sees none says that there is no file', async () => {
    const gaps = () => t.peek<{ n: string }>('select count(*) as n from app.pupil_file_gap')
    const [before] = await gaps()
    const file = await move('19')
    await look()
    expect(await gaps()).toEqual([before])
    expect((await app.post(file, { does: 'none', reason: 'Nothing is known of her' }, dsl)).status).toBe(303)
    await look()
    expect(Number((await gaps())[0]?.n)).toBeGreaterThan(Number(before?.n))
  })
})

const EVERYWHERE = ['case', 'looks', 'list', 'search', 'file', 'print', 'notices', 'concern']

/** The pages on which somebody meets the case. */
async function whereSeen(browser: Browser, id: string, concern: string): Promise<string[]> {
  const pages: Readonly<Record<string, string>> = {
    case: `/incidents/${id}`,
    looks: `/incidents/${id}/looks`,
    list: '/incidents',
    search: `/incidents?words=${SECRET}`,
    file: '/incidents.csv',
    print: '/incidents/print',
    notices: '/notices',
    concern: `/concerns/${concern}`,
  }
  const seen: string[] = []
  for (const [name, page] of Object.entries(pages)) {
    const { status, body } = await browser.get(page)
    const reference = name === 'looks' ? 'Who has looked' : SECRET
    // A search says again what was typed.
    const found = name === 'search' ? body.includes(`/incidents/${id}`) : body.includes(reference)
    if (status === 200 && found) seen.push(name)
  }
  return seen
}

async function rowsFor(who: PersonActor, id: string) {
  return t.as(who, async (tx) => ({
    entries: (await tx.selectFrom('app.ledger_entry').select('seq').where('record_id', '=', id).execute()).length,
    seen: (await tx.selectFrom('app.record').select('id').where('id', '=', id).execute()).length,
    notices: (await tx.selectFrom('app.notice').select('id').where('subject_id', '=', id).execute()).length,
  }))
}
