import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { addItem } from '#areas/evidence/index.ts'
import { openRecord, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { useApp } from '#tests/support/app.ts'
import { unpack, verdictOf } from '#tests/support/archive.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { pdfInsides, pdfText } from '#tests/support/read-pdf.ts'
import { givenSchool } from '#tests/support/school.ts'
import { makeArchive } from './commands/make-file.ts'
import { fileDocument } from './file-document.ts'
import { filesDue } from './queries/files-due.ts'
import { readCasesOf } from './queries/read-cases.ts'

const t = useDatabase('2026-11-23T10:00:00Z')
const app = useApp(t)

const PASSWORD = 'harbour pencil thunder'
let slug: string
let schoolId: string
let lead: PersonActor
let teacher: PersonActor
let chair: PersonActor
let pupil: PersonActor

beforeAll(async () => {
  const school = await givenSchool(t, ['lead', 'teacher', 'chair', 'pupil'])
  ;({ slug, schoolId, lead, teacher, chair, pupil } = school)
  const other = await givenPerson(t, school, { kind: 'pupil', name: 'Tomasz Lark', yearGroup: 8 })
  await givenPerson(t, school, { kind: 'pupil', name: 'Nobody Named', yearGroup: 8 })
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'incident',
      schoolId: school.schoolId,
      title: 'Unkind group chat',
      category: null,
      occurredAt: null,
      fields: { details: 'Messages at night' },
      people: [
        { part: 'victim', personId: pupil.personId, described: null },
        { part: 'instigator', personId: other.personId, described: null },
      ],
    }),
  )
  const by = { personId: other.personId, words: null }
  await t.as(lead, (tx) =>
    addItem(tx, lead, {
      ...{ recordId: id, kind: 'web', title: 'What Tomasz wrote', shows: 'Tomasz', label: {}, file: null, from: null },
      ...{ capturedAt: t.clock.now(), by, witness: null },
    }),
  )
})

/** Two more cases of the pupil: one with two files, and one whose file is locked. */
async function given() {
  const open = async (title: string) => {
    const people = [{ part: 'victim', personId: pupil.personId, described: null }]
    const { id } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        ...{ kind: 'incident', schoolId, title, category: null, occurredAt: null },
        ...{ fields: { details: title }, people },
      }),
    )
    // Past the first question of its chart, where no file is taken yet.
    const [step] = await t.peek<{ key: string }>('select key from app.record_step where record_id = $1', [id])
    const does = { answers: ['not_illegal'] }
    await t.as(lead, (tx) => takeStep(tx, lead, { recordId: id, step: step?.key ?? '', does, fields: {} }))
    return id
  }
  const put = async (recordId: string, kind: 'screenshot' | 'file', words: string) => {
    const content = Readable.from([Buffer.from(words)])
    const kept = await app.files.evidence.put(lead.organisationId, content, { maxBytes: 1000 })
    const by = { personId: lead.personId, words: null }
    const { id } = await t.as(lead, (tx) =>
      addItem(tx, lead, {
        ...{ recordId, kind, title: `${words} by Tomasz`, shows: '', label: {}, from: null, witness: null, by },
        ...{ capturedAt: t.clock.now(), file: { ...kept, name: 'tomasz.txt' } },
      }),
    )
    return id
  }
  const both = await open('A chat that was saved')
  const chosen = await put(both, 'screenshot', 'what was said')
  await put(both, 'file', 'what another child said')
  const shut = await open('A picture that goes round')
  const locked = await put(shut, 'file', 'a picture')
  await t.peek('update app.record set files_locked = true where id = $1', [shut])
  const refs = await t.peek<{ reference: string }>('select reference from app.record where id in ($1, $2) order by 1', [
    both,
    shut,
  ])
  const [open1 = '', shut1 = ''] = refs.map((row) => row.reference)
  return { chosen, locked, both: open1, shut: shut1 }
}

const dues = (who: PersonActor) => t.as(who, filesDue)
const add = (way: 'out' | 'in', who: PersonActor, more = {}) =>
  app.post(
    `/pupil-files/new?way=${way}`,
    { pupil: 'Leila Haddad, Year 8', school: 'Hilltop', 'on-day': '20', 'on-month': '11', 'on-year': '2026', ...more },
    who,
  )

describe('the file of a pupil who moves', () => {
  test('is due within five school days, made as a paper without other names, sent, and received by a link', async () => {
    await t.peek(`update app.person_membership set until_on = '2026-11-20' where person_id = $1`, [pupil.personId])
    // Whoever handles incidents is told that the file has to go; nobody else is.
    const [due] = (await dues(lead)).filter((one) => one.what.includes('Leila'))
    expect(due).toMatchObject({ what: 'Send the file of Leila Haddad to the next school' })
    expect(due?.dueAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString()).toBe('2026-11-27')
    for (const who of [teacher, chair]) expect(await dues(who)).toEqual([])
    expect((await app.get('/pupil-files', teacher)).status).toBe(403)
    expect((await app.get('/duties', lead)).text).toContain('Send the file of Leila Haddad')

    await t.peek('update app.person_membership set until_on = null where person_id = $1', [pupil.personId])
    expect((await add('out', lead, { school: '' })).status).toBe(400)
    expect((await add('out', teacher)).status).toBe(403)
    const { location = '' } = await add('out', lead)
    expect((await app.get(location, teacher)).status).toBe(404)
    const sent = { does: 'sent', receiver: 'A. Brown, DSL', how: 'secure_mail' }
    expect((await app.post(location, sent, lead)).status).toBe(409)

    const made = await app.get(`${location}/file.pdf`, lead)
    expect([made.status, made.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await app.get(`${location}/file.pdf`, teacher)).status).toBe(404)
    expect((await app.post(location, { does: 'received', by: 'A. Brown' }, lead)).status).toBe(409)
    expect((await app.post(location, sent, lead)).status).toBe(303)
    expect((await dues(lead)).map((one) => one.what)).toContain('Get a receipt for the file of Leila Haddad')

    const shown = (await app.get(location, lead)).text
    const [, token = ''] = /file-receipt\/[^/]+\/([0-9a-f]{40})/.exec(shown) ?? []
    const page = await app.get(`/file-receipt/${slug}/${token}`)
    expect(page.text).toContain('Have you received the file?')
    expect(page.text).not.toContain('Leila')
    expect((await app.get(`/file-receipt/${slug}/${'0'.repeat(40)}`)).status).toBe(404)
    expect((await app.post(`/file-receipt/${slug}/${token}`, { by: '' })).status).toBe(400)
    expect((await app.post(`/file-receipt/${slug}/${token}`, { by: 'A. Brown, DSL, Hilltop' })).status).toBe(200)
    expect((await app.get(location, lead)).text).toContain('confirmed by A. Brown, DSL, Hilltop')
    expect((await app.post(location, sent, lead)).status).toBe(409)
    expect((await dues(lead)).filter((one) => one.what.includes('Leila'))).toEqual([])
    const told = await t.peek(`select 1 from app.notice where code = 'pupil_file.received' and reader_id = $1`, [
      lead.personId,
    ])
    expect(told).toHaveLength(1)
  })

  test('names the pupil alone, says all that happened in order, and is a paper to keep', async () => {
    const cases = await t.as(lead, (tx) => readCasesOf(tx, pupil.personId))
    const file = {
      ...{ pupil: 'Leila Haddad', schoolName: 'Hilltop', receiver: null },
      movedOn: Temporal.PlainDate.from('2026-11-20'),
    }
    const facts = {
      file,
      cases,
      along: null,
      school: 'Larkbeck',
      madeBy: 'Priya Raman',
      madeAt: t.clock.now(),
      seal: 'abcd',
    }
    const pdf = await renderPdf(fileDocument({ ...facts, zone: 'Europe/London' }), { standard: 'a-2b' })
    expect(pdfInsides(pdf)).toMatch(/<pdfaid:part>2</)
    const text = await pdfText(pdf)
    for (const words of [
      'Leila Haddad',
      'Unkind group chat',
      'Messages at night',
      'Another person',
      'item 1: a web address',
      'No file',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Tomasz')
    expect(await t.as(teacher, (tx) => readCasesOf(tx, pupil.personId))).toEqual([])
  })

  test('goes as one locked archive with the evidence that was chosen, says what stays, and never has a locked file', async () => {
    const { location = '' } = await add('out', lead, { 'on-day': '21' })
    const evidence = await given()
    const path = `files/${evidence.both}-item-1.txt`
    const page = await app.get(location, lead)
    expect([page.text.includes(`${evidence.both}, item 1: a screenshot`), page.body.includes('Tomasz')]).toEqual([
      true,
      false,
    ])
    expect(page.text).toContain(`${evidence.shut}, item 1: a file. No file goes with this case.`)
    const browser = await app.signedIn(lead)
    await browser.get(location)
    const make = (fields: Record<string, string>) => browser.post(`${location}/archive`, fields)
    expect((await make({ password: 'short' })).text).toContain('Use 12 characters or more')
    expect((await app.post(`${location}/archive`, { password: PASSWORD }, teacher)).status).toBe(404)
    const zip = await makeArchive({ db: t.db, files: app.files }, lead, {
      ...{ id: location.split('/').at(-1) ?? '', password: PASSWORD },
      // A locked one is asked for as well: it is not to be had.
      chosen: new Set([evidence.chosen, evidence.locked]),
    })
    const files = await unpack(Buffer.concat(await zip.content.toArray()), PASSWORD)
    expect([...files.keys()]).toEqual([...['pupil-file.pdf', 'manifest.json', 'verify.html', path]])
    expect(String(files.get(path))).toBe('what was said')
    const manifest = JSON.parse(String(files.get('manifest.json')))
    expect(manifest.left).toEqual([
      { what: `${evidence.both}, item 2: a file`, why: 'Left out by hand' },
      { what: `${evidence.shut}, item 1: a file`, why: 'No file goes with this case' },
    ])
    expect(String(files.get('manifest.json'))).not.toContain('Tomasz')
    expect(await verdictOf(files)).toContain('Everything fits.')
    expect(await verdictOf(files)).not.toContain('ledger entries')
    const changed = new Map(files).set(path, Buffer.from('something else'))
    expect(await verdictOf(changed)).toContain('is not what was kept')
    const [row] = await t.peek<{ sha: string; details: string }>(
      `select f.pdf_sha256 as sha, d.details from app.pupil_file f join app.ledger_entry e on e.subject_id = f.id
         join app.ledger_detail d on d.organisation_id = e.organisation_id and d.chain = e.chain and d.seq = e.seq
        where e.code = 'pupil_file.made' and d.details like '%archive%'`,
    )
    expect([row?.sha, row?.details.includes(path)]).toEqual([zip.fingerprint, true])
    // Whoever checks it reads the fingerprint that stands on the page of the sender.
    expect(await verdictOf(files)).toContain(zip.fingerprint)
    expect((await app.get(location, lead)).text).toContain(zip.fingerprint)
  })

  test('is asked for when a pupil comes, and received or known not to be', async () => {
    const { location = '' } = await add('in', lead, { pupil: 'Nobody Named, Year 8' })
    expect((await app.post(location, { does: 'sent', receiver: 'X', how: 'by_hand' }, lead)).status).toBe(409)
    expect((await dues(lead)).map((one) => one.what)).toContain('Ask the last school for the file of Nobody Named')
    expect((await app.post(location, { does: 'asked' }, lead)).status).toBe(303)
    expect((await dues(lead)).map((one) => one.what)).toContain('See that the file of Nobody Named comes')
    expect((await app.post(location, { does: 'none', reason: '' }, lead)).status).toBe(400)
    expect((await app.post(location, { does: 'received', by: 'Priya Raman' }, lead)).status).toBe(303)
    expect((await dues(lead)).filter((one) => one.what.includes('Nobody'))).toEqual([])
  })

  test('is in the ledger at each step, with the hash of what was sent', async () => {
    const rows = await t.peek<{ code: string }>(
      `select code from app.ledger_entry where code like 'pupil_file.%' order by seq`,
    )
    expect(rows.map((row) => row.code)).toEqual([
      ...['pupil_file.noted', 'pupil_file.made', 'pupil_file.sent', 'pupil_file.received'],
      ...['pupil_file.noted', 'pupil_file.made'],
      ...['pupil_file.noted', 'pupil_file.asked', 'pupil_file.received'],
    ])
    const [file] = await t.peek<{ hash: string; details: string }>(
      `select f.pdf_sha256 as hash, d.details from app.pupil_file f, app.ledger_entry e
         join app.ledger_detail d on d.organisation_id = e.organisation_id and d.chain = e.chain and d.seq = e.seq
        where f.id = e.subject_id and e.code = 'pupil_file.sent'`,
    )
    expect(file?.details).toContain(file?.hash)
    for (const code of ['incident.viewed', 'incident.exported'])
      expect(await t.peek(`select 1 from app.ledger_entry where chain = 'read' and code = $1`, [code])).not.toEqual([])
  })
})
