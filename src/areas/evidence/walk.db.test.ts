import { Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord, takeStep } from '#areas/records/index.ts'
import { useApp } from '#tests/support/app.ts'
import { unpack, verdictOf } from '#tests/support/archive.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type EvidenceSchool, givenEvidenceSchool } from '#tests/support/evidence.ts'
import { givenPerson } from '#tests/support/given.ts'
import { pdfText } from '#tests/support/read-pdf.ts'
import { holdKept, removeUnneeded } from './commands/hold-content.ts'
import { addItem } from './index.ts'

const t = useDatabase()
const kept = useApp(t)
const PASSWORD = 'harbour pencil thunder'
let school: EvidenceSchool
let shot: Buffer

beforeAll(async () => {
  shot = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#7799bb' } })
    .png()
    .toBuffer()
  school = await givenEvidenceSchool(t, kept)
})

const AT = { 'at-day': '23', 'at-month': '11', 'at-year': '2026' }
const idOf = (item: string) => item.slice('/evidence/'.length)

describe('a file that is sent', () => {
  test('is not taken away by somebody whose same file was refused in the same moment', async () => {
    const { lead, open } = school
    const record = await open('cyber_bullying')
    const { files } = kept
    const sent = await files.evidence.put(lead.organisationId, Readable.from([shot, 'twice']), { maxBytes: 9999 })
    const parts = { db: t.db, files }
    let removed = Promise.resolve()
    await t.as(lead, async (tx) => {
      await holdKept(tx, parts, sent.sha256)
      removed = removeUnneeded(parts, lead, sent.sha256)
      await addItem(tx, lead, {
        ...{ recordId: record, kind: 'file', title: 'Twice', shows: '', label: {}, from: null, witness: null },
        ...{
          capturedAt: t.clock.now(),
          by: { personId: lead.personId, words: null },
          file: { ...sent, name: 'a.txt' },
        },
      })
    })
    await removed
    expect(await files.evidence.has(lead.organisationId, sent.sha256)).toBe(true)
    // What is not there any more gets no row that says it is.
    const gone = t.as(lead, (tx) => holdKept(tx, parts, '0'.repeat(64)))
    await expect(gone).rejects.toMatchObject({ code: 'evidence.file.again' })
  })

  test('goes to nothing that follows from a case about images of abuse', async () => {
    const { browser, open } = school
    const toFollowerOf = async (category: string) => {
      const [from, id] = [await open(category), await open('cyber_bullying')]
      await t.peek(
        `insert into app.record_origin (organisation_id, record_id, from_record_id, effect)
         select organisation_id, $1, id, 'x' from app.record where id = $2`,
        [id, from],
      )
      const { status } = await browser.get(`/evidence/of/${id}/add/file`)
      const says = (await browser.get(`/evidence/of/${id}`)).text.includes('No files in this case')
      const rows = await t.peek<{ shut: boolean }>('select files_locked as shut from app.record where id = $1', [id])
      return [status, says, rows[0]?.shut]
    }
    expect(await toFollowerOf('cyber_bullying')).toEqual([200, false, false])
    // Whoever came near it locked it in the database too.
    expect(await toFollowerOf('child_abuse_images')).toEqual([409, true, true])
  })
})

describe('a screenshot', () => {
  test('is sent, signed by both with their own passwords, looked at as a copy, and never as itself without a reason', async () => {
    const { browser, ben, sam, open, send } = school
    const sent = await send(await open('cyber_bullying'), { name: 'chat.png', content: shot })
    const item = sent.location ?? ''
    const before = await browser.get(item)
    expect(before.text).toContain('Ben Adeyemi has not signed.')
    const [, entry = ''] = /\/evidence\/sign\/([0-9a-f-]{36})\/taker/.exec(before.body) ?? []
    const sign = (part: string, password: string) =>
      browser.post(`/evidence/sign/${entry}/${part}`, { how: 'password', password })
    const wrong = await sign('taker', sam.personId)
    expect([wrong.status, wrong.text.includes('This is not their password')]).toEqual([400, true])
    expect((await sign('taker', ben.personId)).location).toBe(`/evidence/sign/${entry}/witness`)
    expect((await sign('witness', sam.personId)).location).toBe(item)
    // The session is still the one that it was.
    const after = await browser.get(item)
    expect(after.text).toContain('Signed: Ben Adeyemi, Sam Pritchard')
    expect(after.text).toContain('Chain whole')

    const look = await browser.get(`${item}/look`)
    expect(look.text).toContain('Seen by Priya Raman')
    expect(look.body).toContain('data:image/jpeg;base64,')
    expect(look.body).not.toContain(shot.toString('base64'))
    expect((await browser.post(`${item}/download`, { reason: '' })).status).toBe(400)
    const original = await browser.post(`${item}/download`, { reason: 'For the police' })
    expect(original.headers['content-disposition']).toMatch(/^attachment; filename="chat.png"/)
    const looks = await t.peek(
      `select e.code, d.details::jsonb ->> 'reason' as reason from app.ledger_entry e
         join app.ledger_detail d using (organisation_id, chain, seq)
        where e.subject_id = $1 and e.chain = 'read' order by e.seq`,
      [idOf(item)],
    )
    expect(looks).toEqual([
      { code: 'evidence.looked_at', reason: null },
      { code: 'evidence.downloaded', reason: 'For the police' },
    ])
    expect((await kept.get(item, ben)).status).toBe(404)
    expect((await kept.get(`${item}/look`, ben)).status).toBe(404)
  })
})

describe('a device', () => {
  test('goes from hand to hand with a gap that is shown, is never destroyed while it is held, and goes back on paper', async () => {
    const { browser, lead, open, signAll } = school
    const record = await open('phone_breach')
    const added = await browser.post(`/evidence/of/${record}/add/device`, {
      ...{ title: 'Phone in a blue case', make: 'A phone, cracked', owner: 'Tobi M', off: 'yes', release: 'The head' },
      ...{ ...AT, 'at-time': '8:40', by: 'Ben Adeyemi, staff', from: 'Tobi M', witness: '' },
    })
    const item = added.location ?? ''
    const write = (kind: string, fields: Record<string, string>) =>
      browser.post(`${item}/write/${kind}`, { ...AT, ...fields })
    expect((await write('sealed', { 'at-time': '8:50', seal: 'S-2231' })).status).toBe(303)
    expect((await write('stored', { 'at-time': '9:20', place: 'Office safe', access: 'The head' })).status).toBe(303)
    expect((await write('stored', { 'at-time': '23:20', place: 'Later', access: 'Nobody' })).status).toBe(400)
    await signAll(item)
    expect((await browser.get(item)).text).toContain(
      'It was with Ben Adeyemi, and Priya Raman had it next. Nobody signed for it from 23 November 2026 at 8:40',
    )
    const searched = { ground: 'authorised', why: 'x', done: 'y', witness: 'Sam Pritchard, staff' }
    const search = await write('opened', { 'at-time': '9:30', ...searched })
    expect([search.status, search.text.includes('This policy asks for the record of the search')]).toEqual([409, true])
    // An entry is no ground while it is only begun, nor after the answer that stops it.
    const head = await givenPerson(t, school.organisation, { kind: 'staff', name: 'Vera Holt', posts: ['head'] })
    const { schoolId } = school.organisation
    const details = { title: 'A phone', category: null, occurredAt: null, fields: {}, people: [] }
    const entered = await t.as(head, (tx) => openRecord(tx, head, { kind: 'device_search', schoolId, ...details }))
    const answer = async (step: string, one: string, fields = {}) => {
      const taken = { recordId: entered.id, step: `device_search:${step}`, does: { answers: [one] }, fields }
      const came = await t.as(head, (tx) => takeStep(tx, head, { ...taken, reason: 'Said anew' }))
      expect(came).toMatchObject({ ok: true })
    }
    const by = async () => {
      const { status, text } = await write('opened', { 'at-time': '9:30', ...searched, reference: entered.reference })
      return [status, text.includes(`${entered.reference} does not say yet`)]
    }
    expect(await by()).toEqual([409, true])
    await answer('whose:1', 'other')
    await answer('suspicion:1', 'no')
    expect(await by()).toEqual([409, true])
    await answer('suspicion:1', 'yes', { the_suspicion: 'A film that was shown round' })
    await answer('covered:1', 'yes', { search_matter: 'Films' })
    expect(await by()).toEqual([303, false])
    await signAll(item)

    const hold = (sql: string) => t.peek(sql, [record, lead.organisationId])
    await hold(`insert into app.lasting_effect (organisation_id, id, record_id, key, does, target, school_id, from_at)
                select organisation_id, gen_random_uuid(), id, 'k', 'hold', 'evidence', school_id, now()
                  from app.record where id = $1 and organisation_id = $2`)
    const destroy = { 'at-time': '9:40', how: 'Crushed', why: 'Nobody wants it', witness: 'Sam Pritchard, staff' }
    const refused = await write('destroyed', destroy)
    expect([refused.status, refused.text.includes('The evidence of this case is held')]).toEqual([409, true])
    await hold('update app.lasting_effect set ended_at = now() where record_id = $1 and organisation_id = $2')

    await givenPerson(t, school.organisation, { kind: 'pupil', name: 'Tobi Marsh', yearGroup: 9 })
    const own = { 'at-time': '9:50', from: 'Priya Raman, staff', to: 'Tobi Marsh, Year 9', relation: 'Owner' }
    expect((await write('returned', own)).text).toContain('goes back to a parent or carer, who signs for it')
    const back = { 'at-time': '9:50', from: 'Priya Raman, staff', to: 'Mrs M', relation: 'Mother' }
    const [, entry = ''] = /sign\/([0-9a-f-]{36})\/giver/.exec((await write('returned', back)).location ?? '') ?? []
    const sign = (part: string, fields: Record<string, string>) =>
      browser.post(`/evidence/sign/${entry}/${part}`, fields)
    expect((await sign('giver', { how: 'password', password: lead.personId })).status).toBe(303)
    expect((await sign('taker', { how: 'password', password: lead.personId })).status).toBe(400)
    expect((await sign('taker', { how: 'paper', paper: 'In the case folder' })).status).toBe(303)
    expect((await browser.get(item)).text).toContain('Mrs M (on paper: In the case folder)')
    expect((await write('stored', { 'at-time': '9:55', place: 'Safe', access: 'x' })).status).toBe(409)
    const receipt = await browser.get(`${item}/receipt.pdf`)
    expect([receipt.status, receipt.headers['content-type']]).toEqual([200, 'application/pdf'])
  })
})

describe('the bundle', () => {
  test('is a locked archive that its own page finds whole, and finds changed when a byte is', async () => {
    const { browser, open, send, signAll } = school
    const record = await open('cyber_bullying')
    const item = (await send(record, { name: 'chat.png', content: shot })).location ?? ''
    await signAll(item)
    const ask = { to: 'PC 1234', as: 'zip', password: PASSWORD, files: idOf(item) }
    expect((await browser.post(`/evidence/of/${record}/bundle`, { ...ask, password: 'short' })).status).toBe(400)
    const withheld = school.sam.personId
    const answer = await kept.app.inject({
      method: 'POST',
      url: `/evidence/of/${record}/bundle`,
      payload: new URLSearchParams({ ...ask, withheld, _csrf: browser.csrf ?? '' }).toString(),
      headers: {
        ...{ cookie: browser.cookie, origin: 'https://kept.example', 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(200)
    const zip = answer.rawPayload
    await expect(unpack(zip, 'another password altogether')).rejects.toThrow()
    const files = await unpack(zip, PASSWORD)
    expect([...files.keys()]).toEqual(['bundle.pdf', 'manifest.json', 'verify.html', 'files/item-1.png'])
    expect(files.get('files/item-1.png')?.equals(shot)).toBe(true)
    const words = await pdfText(files.get('bundle.pdf') ?? Buffer.alloc(0))
    expect(words).toContain('Ben Adeyemi')
    expect(words).not.toContain('Sam')
    expect(words).toContain('[person 1]')
    expect(await verdictOf(files)).toContain('Everything fits.')
    const changed = Buffer.from(shot)
    changed.writeUInt8(changed.readUInt8(40) ^ 1, 40)
    expect(await verdictOf(new Map(files).set('files/item-1.png', changed))).toContain('is not what was kept')
    const manifest = String(files.get('manifest.json')).replace('evidence.added', 'evidence.other')
    expect(await verdictOf(new Map(files).set('manifest.json', Buffer.from(manifest)))).toContain('was changed')
    expect((await browser.get(`/evidence/of/${record}/bundle`)).text).toContain('PC 1234')
    expect((await browser.get(`/incidents/${record}/looks`)).text).toMatch(
      /Took it along in a file or on paper\s+For PC 1234/,
    )
  })
})
