import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import { docxOf } from '#platform/documents/samples.fixture.ts'
import { useApp } from '#tests/support/app.ts'
import type { Answer } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { partConcern, settleConcernByCase, tellConcern } from './index.ts'

describe('a file that comes with something told', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    return {
      organisation,
      lead: await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] }),
      teacher: await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard' }),
      pupil: await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 9 }),
    }
  }
  const photo = () =>
    sharp({ create: { width: 90, height: 60, channels: 3, background: '#a63' } })
      .withExif({
        IFD0: { Artist: 'Leila Haddad', Model: 'Telling Phone 7' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
      })
      .jpeg()
      .toBuffer()
  const file = (content: Buffer, name = 'IMG_Leila.jpg', type = 'image/jpeg') => ({
    field: 'file',
    name,
    type,
    content,
  })
  const uploadOf = (page: Answer) => page.forms.find((form) => /\/file(\?token=|$)/.test(form.action))
  const rows = (organisationId: string) =>
    t.peek<{ concern_id: string; id: string; type: string; cleaned: string[]; sha256: string }>(
      'select concern_id, id, type, cleaned, sha256 from app.concern_file where organisation_id = $1',
      [organisationId],
    )

  test('is cleaned before it is kept, names nobody, and is shown to those who look after it with what was taken out', async () => {
    const { organisation, lead, teacher } = await given()
    const browser = app.browser()
    const page = `/at/${organisation.slug}/tell/older`
    const sent = await browser.submit(page, page, {
      about: 'unkind',
      what: 'Look at this',
      danger: 'no',
      answer: 'yes',
    })
    const form = uploadOf(sent)
    const answer = await browser.upload(
      form?.action ?? '',
      { receipt: form?.fields.receipt ?? '' },
      file(await photo()),
    )
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('(A file was sent. It has been cleaned.)')
    const [kept] = await rows(organisation.organisationId)
    expect(kept).toMatchObject({ type: 'image/jpeg', cleaned: ['place', 'camera'] })
    // Nothing of its name, its phone or its place is anywhere: not in the store, not in a table, not in the ledger.
    const { content } = await app.files.store.open(organisation.organisationId, kept?.sha256 ?? '')
    const bytes = Buffer.concat(await content.toArray())
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    for (const table of ['app.concern_file', 'app.concern_message', 'app.ledger_detail', 'app.concern'])
      expect(JSON.stringify(await t.peek(`select * from ${table}`)), table).not.toMatch(/IMG_Leila|Telling Phone/)

    const shown = await app.get(`/concerns/${kept?.concern_id}`, lead)
    expect(shown.text).toContain('Taken out: where it was taken; the camera or phone, and when.')
    const path = `/concerns/${kept?.concern_id}/files/${kept?.id}`
    const opened = await app.get(path, lead)
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(opened.headers['content-security-policy']).toContain('sandbox')
    expect((await app.get(path, teacher)).status).toBe(404)
    const [looks] = await t.peek<{ n: number }>(
      "select count(*)::int as n from app.ledger_entry where code = 'concern.file.viewed' and subject_id = $1",
      [kept?.concern_id],
    )
    expect(looks?.n).toBe(1)

    // A case is opened from it, and one of its steps locks the files: what was sent before is locked with them.
    const { schoolId } = organisation
    await t.as(lead, async (tx) => {
      const details = { title: 'A chat', category: null, occurredAt: null, fields: { details: 'A chat' }, people: [] }
      const { id: recordId } = await openRecord(tx, lead, { kind: 'incident', schoolId, ...details })
      await settleConcernByCase(tx, lead, { concernId: kept?.concern_id ?? '', recordId })
    })
    // The chart takes no file before its first question is answered.
    expect((await app.get(`/concerns/${kept?.concern_id}`, lead)).text).toContain('Their file waits')
    expect((await app.get(path, lead)).status).toBe(409)
    await t.peek(
      'update app.record set files_locked = true where id = (select record_id from app.concern where id = $1)',
      [kept?.concern_id],
    )
    expect((await app.get(path, lead)).status).toBe(409)
    const shut = await app.get(`/concerns/${kept?.concern_id}`, lead)
    expect([shut.text.includes('Their file is locked'), shut.body.includes(path)]).toEqual([true, false])
    // Apart from its case nothing would lock them: one that was told of together with another stays.
    const same = {
      schoolId,
      reporterKind: 'staff',
      body: 'The same',
      aboutKind: null,
      inDanger: false,
      wantsAnswer: false,
    }
    const concernId = kept?.concern_id ?? ''
    const other = await t.as(lead, (tx) => tellConcern(tx, lead, app.keys.derive('concern-receipts'), same as never))
    await t.peek('update app.concern set joined_to = $2 where id = $1', [concernId, other.id])
    await expect(
      t.as(lead, (tx) => partConcern(tx, lead, { concernId, reason: 'Another chat' })),
    ).rejects.toMatchObject({ code: 'concern.part.shut' })
    const back = `/at/${organisation.slug}/tell/back`
    const talk = await browser.submit(back, back, { receipt: form?.fields.receipt ?? '' })
    expect([talk.status, talk.body.includes('type="file"'), talk.text.includes('No files here')]).toEqual([
      200,
      false,
      true,
    ])
  })

  test('is refused with a word that helps when it cannot be cleaned, and without the receipt', async () => {
    const { organisation } = await given()
    const browser = app.browser()
    const page = `/at/${organisation.slug}/tell/parent`
    const sent = await browser.submit(page, page, { about: 'unkind', what: 'Look', danger: 'no', answer: 'no' })
    const form = uploadOf(sent)
    const receipt = form?.fields.receipt ?? ''
    // A Word document of a hundred kilobytes that would unfold to a hundred megabytes.
    const bomb = await docxOf('', { 'word/document.xml': Buffer.alloc(100 * 1024 * 1024, ' ') })
    const rss = process.memoryUsage().rss
    let next = form?.action ?? ''
    for (const [content, says] of [
      [Buffer.from('<svg onload="x()"/>'), 'Take a screenshot'],
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 'This is something else'],
      [Buffer.from('GIF89a=1;alert(1)//'), 'We cannot clean this kind of picture'],
      [
        Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.from('PK\x03\x04')]),
        'This picture is damaged',
      ],
      [bomb, ''],
    ] as const) {
      const answer = await browser.upload(next, { receipt }, file(content))
      expect([answer.status, answer.text.includes(says)], says).toEqual([400, true])
      next = uploadOf(answer)?.action ?? ''
    }
    expect(process.memoryUsage().rss - rss).toBeLessThan(200 * 1024 * 1024)
    const large = await browser.upload(next, { receipt }, file(Buffer.concat([await photo(), randomBytes(21_000_000)])))
    expect([large.status, large.text.includes('too large')]).toEqual([400, true])
    const wrong = await browser.upload(
      uploadOf(large)?.action ?? '',
      { receipt: '0000 0000 0000 0000' },
      file(await photo()),
    )
    expect(wrong.status).toBe(404)
    expect(await rows(organisation.organisationId)).toEqual([])
  })

  test('of two gigabytes is stopped at the limit, in flat memory, and nothing of it is kept', async () => {
    const { organisation } = await given()
    const browser = app.browser()
    const page = `/at/${organisation.slug}/tell/older`
    const form = uploadOf(
      await browser.submit(page, page, { about: 'unkind', what: 'Look', danger: 'no', answer: 'no' }),
    )
    const rss = process.memoryUsage().rss
    let sent = 0
    async function* body() {
      yield Buffer.from(`--e\r\nContent-Disposition: form-data; name="receipt"\r\n\r\n${form?.fields.receipt}\r\n`)
      yield Buffer.from('--e\r\nContent-Disposition: form-data; name="file"; filename="long.jpg"\r\n\r\n')
      // It begins as a picture does, so that its first bytes do not give it away.
      yield Buffer.from('\xff\xd8\xff\xe0', 'latin1')
      for (; sent < 2048; sent += 1) yield Buffer.alloc(1024 * 1024, 1)
    }
    const answer = await app.app.inject({
      method: 'POST',
      url: form?.action ?? '',
      payload: Readable.from(body()),
      headers: {
        ...{ origin: 'https://kept.example', 'sec-fetch-site': 'same-origin', cookie: browser.cookie },
        'content-type': 'multipart/form-data; boundary=e',
      },
    })
    expect([answer.statusCode, answer.body.includes('too large')]).toEqual([400, true])
    expect(sent).toBeLessThan(64)
    expect(process.memoryUsage().rss - rss).toBeLessThan(200 * 1024 * 1024)
    expect(await rows(organisation.organisationId)).toEqual([])
  })

  test('has no way in where it is about a picture, nor for children, whatever they try', async () => {
    const { organisation, pupil } = await given()
    const small = await givenPerson(t, organisation, { kind: 'pupil', name: 'Ava Reid', yearGroup: 3 })
    const browser = await app.signedIn(pupil)
    const told = async (about: string) =>
      browser.submit('/tell/named', '/tell/named', { about, what: 'A picture goes round', danger: 'no', answer: 'yes' })
    expect(uploadOf(await told('picture'))).toBeUndefined()
    await told('unkind')
    const ids = await t.peek<{ id: string; about_kind: string }>(
      'select id, about_kind from app.concern where organisation_id = $1',
      [organisation.organisationId],
    )
    const idOf = (about: string) => ids.find((row) => row.about_kind === about)?.id ?? ''
    const mine = await browser.get(`/tell/mine/${idOf('picture')}`)
    expect(mine.body).not.toContain('type="file"')
    expect(mine.text).toContain('No files here')
    const open = uploadOf(await browser.get(`/tell/mine/${idOf('unkind')}`))?.action ?? ''
    // The token of a form that is open, sent to the one that is shut.
    const tried = await browser.upload(open.replace(idOf('unkind'), idOf('picture')), {}, file(await photo()))
    expect([tried.status, tried.text.includes('No files here')]).toEqual([400, true])
    expect(await rows(organisation.organisationId)).toEqual([])
    // One of Year 3 who is signed in: neither asked, nor let.
    const child = await app.signedIn(small)
    await child.submit('/tell/named', '/tell/named', {
      about: 'unkind',
      what: 'They laugh',
      step: '3',
      danger: 'no',
      answer: 'yes',
    })
    const [theirs] = await t.peek<{ concern_id: string }>(
      'select concern_id from app.concern_reporter where person_id = $1',
      [small.personId],
    )
    const own = theirs?.concern_id ?? ''
    const talk = await child.get(`/tell/mine/${own}`)
    expect([talk.status, talk.text.includes('photo or a document')]).toEqual([200, false])
    const shut = await app.signedIn(small)
    expect(
      (await shut.upload(open.replace(idOf('unkind'), own), {}, file(await photo()))).status,
    ).toBeGreaterThanOrEqual(400)
    expect(await rows(organisation.organisationId)).toEqual([])
    const young = await app.browser().get(`/at/${organisation.slug}/tell/young`)
    expect(young.body).not.toContain('type="file"')
  })
})
