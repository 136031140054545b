import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { openFiles } from '#platform/files/files.ts'
import { testKeys, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type EvidenceSchool, givenEvidenceSchool, SHOT_WORDS } from '#tests/support/evidence.ts'
import { assertStillThere, evidenceArea } from './index.ts'

const MIB = 1024 * 1024
const folder = join(tmpdir(), `kept-hostile-${newId()}`)
const files = openFiles({
  folder,
  keys: { current: 1, derive: testKeys.derive },
  maxBytes: 2 * MIB,
  clamd: `unix:${folder}.ctl`,
})
const t = useDatabase()
const kept = useApp(t, { files })
let school: EvidenceSchool
let record: string

beforeAll(async () => {
  school = await givenEvidenceSchool(t, kept)
  record = await school.open('cyber_bullying')
  mkdirSync(folder, { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stored = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
const tasks = () => evidenceArea.tasks?.({ ...kept, db: t.db, clock: t.clock, files } as never) ?? {}
const add = async (name: string, content: Buffer): Promise<string> =>
  (await school.send(record, { name, content })).location ?? ''

describe('what is sent', () => {
  test.each([
    ['a page that calls itself a photo', 'holiday.jpg', '<!doctype html><script>fetch("//evil.example")</script>'],
    [
      'a drawing with a script',
      'badge.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>1</script></svg>',
    ],
    ['a GIF that is also a script', 'a.jpg', 'GIF89a=1;alert(1)//'],
    ['an archive', 'bomb.zip', `PK\x03\x04${'\0'.repeat(26)}zeros.bin${'\0'.repeat(2000)}`],
  ])('%s is kept as it is, never shown, and given out as unknown bytes only', async (_, name, content) => {
    const item = await add(name, Buffer.from(content, 'latin1'))
    const look = await school.browser.get(`${item}/look`)
    expect([look.status, look.body.includes('<script>1'), look.body.includes('evil.example')]).toEqual([
      409,
      false,
      false,
    ])
    const original = await school.browser.post(`${item}/download`, { reason: 'To see what it is' })
    expect(original.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment;/),
      'content-security-policy': expect.stringContaining('sandbox'),
    })
  })

  test('a picture with a place and a page behind it is shown as pixels, and with nothing else of it', async () => {
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#446688' } })
      .withExif({ IFD0: { Artist: 'Leila Haddad' }, IFD3: { GPSLatitude: '53/1 47/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const item = await add('photo.jpg', Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]))
    const look = await school.browser.get(`${item}/look`)
    const [, base64 = ''] = /data:image\/jpeg;base64,([^"]+)"/.exec(look.body) ?? []
    const copy = Buffer.from(base64, 'base64')
    const { exif, width } = await sharp(copy).metadata()
    expect([width, exif]).toEqual([600, undefined])
    for (const word of ['Leila Haddad', '<script>', 'Exif']) expect(copy.includes(word)).toBe(false)
  })

  test('a picture that is a bomb, or broken, is refused where it would be drawn', async () => {
    const shot = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    // Nine hundred million pixels in fifty bytes.
    const head = Buffer.from('IHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0', 'latin1')
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(head))
    const bomb = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\r', 'latin1'), head, sum])
    for (const content of [bomb, shot.subarray(0, shot.length - 20), Buffer.from('%PDF-1.7\n%broken')]) {
      const look = await school.browser.get(`${await add('x.png', content)}/look`)
      expect([look.status, look.text.includes('You can download it with a reason')]).toEqual([409, true])
    }
  })

  test('a stream of two gigabytes is stopped at the limit, in flat memory, and nothing of it is left', async () => {
    const before = stored().length
    const { browser, lead } = school
    const page = await browser.get(`/evidence/of/${record}/add/file`)
    const { action } = page.form(`/evidence/of/${record}/send/file`)
    let sent = 0
    const rss = process.memoryUsage().rss
    async function* body() {
      for (const [name, value] of Object.entries({ ...SHOT_WORDS, source: 'A phone' }))
        yield Buffer.from(`--e\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      yield Buffer.from('--e\r\nContent-Disposition: form-data; name="file"; filename="long.bin"\r\n\r\n')
      for (; sent < 2048 * MIB; sent += MIB) yield Buffer.alloc(MIB, 1)
    }
    const answer = await kept.app.inject({
      method: 'POST',
      url: action,
      payload: Readable.from(body()),
      headers: {
        ...{ cookie: browser.cookie, origin: 'https://kept.example', 'sec-fetch-site': 'same-origin' },
        'content-type': 'multipart/form-data; boundary=e',
      },
    })
    expect([answer.statusCode, answer.body.includes('This file is larger than 2 MB')]).toEqual([400, true])
    expect(sent).toBeLessThan(64 * MIB)
    expect(process.memoryUsage().rss - rss).toBeLessThan(200 * MIB)
    expect(stored()).toHaveLength(before)
    expect(lead.audience).toBe('staff')
  })

  test('whose words are wrong is not kept', async () => {
    const before = stored().length
    const answer = await school.send(
      record,
      { name: 'a.txt', content: Buffer.from('hello') },
      { ...SHOT_WORDS, title: '' },
    )
    expect([answer.status, answer.text.includes('Choose the file again: it was not kept')]).toEqual([400, true])
    expect(stored()).toHaveLength(before)
  })

  test('is not acknowledged when the disk is full: the sender is told, and nothing of it is left', async (context) => {
    const incoming = join(folder, 'evidence', 'incoming')
    mkdirSync(incoming, { recursive: true })
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', incoming])
    if (mount.status !== 0) context.skip('a disk of 128 kB cannot be mounted here: that takes root on Linux')
    const before = stored()
    try {
      const answer = await school.send(record, { name: 'a.png', content: Buffer.alloc(MIB) })
      expect([answer.status, answer.text.includes('There is no room left where files are kept')]).toEqual([400, true])
      expect(answer.body).toContain('The group chat')
      expect(stored()).toEqual(before)
    } finally {
      spawnSync('umount', [incoming])
    }
    expect(await add('a.txt', Buffer.from('there is room again'))).toMatch(/^\/evidence\//)
  })
})

describe('the scanner', () => {
  let server: Server | undefined
  afterAll(() => server?.close())
  const scan = async (item: string) => {
    const { organisationId } = school.organisation
    await tasks().evidence_scan?.({ organisationId, evidenceId: item.slice('/evidence/'.length) })
    return (await school.browser.get(item)).text
  }

  test('that does not answer leaves the file unscanned and says so, and is asked again when it is back', async () => {
    const [good, bad] = [
      await add('good.txt', Buffer.from('good words')),
      await add('bad.txt', Buffer.from('EVIL words')),
    ]
    expect(await scan(good)).toContain('Unscanned: the scanner did not answer')
    server = createServer((socket) => {
      let all = ''
      socket.on('data', (bytes) => {
        all += bytes.toString('latin1')
        if (all.endsWith('\0\0\0\0')) socket.end(all.includes('EVIL') ? 'stream: Evil.Test FOUND\0' : 'stream: OK\0')
      })
    }).listen(`${folder}.ctl`)
    expect(await scan(good)).toContain('Nothing malicious was found')
    expect(await scan(bad)).toContain('The scanner found Evil.Test')
    expect((await school.browser.get(`${bad}/look`)).status).toBe(409)
    expect((await school.browser.post(`${bad}/download`, { reason: 'x' })).status).toBe(409)
  })
})

describe('suspected images of abuse', () => {
  test('have no field for a file, and no way to send one: it is refused before a byte is kept', async () => {
    const { browser, open, send } = school
    const before = stored().length
    const abuse = await open('child_abuse_images')
    const page = await browser.get(`/evidence/of/${abuse}`)
    expect([page.text.includes('No files in this case'), page.body.includes('add/screenshot')]).toEqual([true, false])
    expect(page.body).toContain('add/device')
    expect((await browser.get(`/evidence/of/${abuse}/add/file`)).status).toBe(409)
    await expect(send(abuse, { name: 'x.png', content: Buffer.from('x') })).rejects.toThrow('no form, but 409')
    // By hand, with a good token from another case.
    const { action } = (await browser.get(`/evidence/of/${record}/add/file`)).form(`/evidence/of/${record}/send/file`)
    let asked = 0
    const body = async function* () {
      for (; asked < 50; asked += 1) yield Buffer.alloc(64 * 1024)
    }
    const answer = await kept.app.inject({
      method: 'POST',
      url: action.replace(record, abuse),
      payload: Readable.from(body()),
      headers: {
        ...{ cookie: browser.cookie, origin: 'https://kept.example', 'sec-fetch-site': 'same-origin' },
        'content-type': 'multipart/form-data; boundary=e',
      },
    })
    expect([answer.statusCode, answer.body.includes('No file is taken here')]).toEqual([409, true])
    expect(stored()).toHaveLength(before)
  })

  test('lock the files that came before: the database itself finds none, until the police say and two people sign', async () => {
    const { browser, lead, ben, open, send } = school
    const locked = await open('cyber_bullying')
    const item = (await send(locked, { name: 'a.txt', content: Buffer.from('words of before') })).location ?? ''
    await t.peek('update app.record set files_locked = true where id = $1', [locked])
    for (const path of [`${item}/look`, `${item}/download`]) expect((await browser.get(path)).status).toBe(409)
    expect((await browser.get(item)).text).toContain('Its file is locked')
    const find = (actor: typeof lead | ReturnType<typeof systemActor>) =>
      t.as(actor, (tx) => tx.selectFrom('app.evidence_file').select('sha256').where('record_id', '=', locked).execute())
    expect(await find(lead)).toEqual([])
    expect(await find(systemActor(lead.organisationId, 'tests'))).toEqual([])
    // What was chosen before it was locked is asked for once more before it goes out.
    const asked = () => t.as(lead, (tx) => assertStillThere(tx, [item.slice('/evidence/'.length)]))
    await expect(asked()).rejects.toMatchObject({ code: 'evidence.changed' })

    const word = { 'at-day': '23', 'at-month': '11', 'at-year': '2026', 'at-time': '9:30', said: 'Nothing of the kind' }
    const told = await browser.post(`/evidence/of/${locked}/write/police_word`, {
      ...{ ...word, officer: 'DC Example', reference: 'NY-1', word: 'unlock', second: 'Ben Adeyemi, staff' },
    })
    const [, entry = ''] = /sign\/([0-9a-f-]{36})\/writer/.exec(told.location ?? '') ?? []
    await browser.post(`/evidence/sign/${entry}/writer`, { how: 'password', password: lead.personId })
    expect((await browser.get(`${item}/look`)).status).toBe(409)
    await browser.post(`/evidence/sign/${entry}/witness`, { how: 'password', password: ben.personId })
    expect((await browser.get(`${item}/look`)).text).toContain('words of before')
    await asked()
  })

  test('lock them in the database as soon as the kind of the case says so', async () => {
    const { browser, open, send } = school
    const turned = await open('cyber_bullying')
    const item = (await send(turned, { name: 'b.txt', content: Buffer.from('more words') })).location ?? ''
    await t.peek("update app.record set category = 'child_abuse_images' where id = $1", [turned])
    expect((await browser.get(item)).text).toContain('Its file is locked')
    expect(await t.peek('select files_locked from app.record where id = $1', [turned])).toEqual([
      { files_locked: true },
    ])
    expect((await browser.get(`${item}/look`)).status).toBe(409)
  })

  test('are reviewed: who meets what the guidance names is referred, and what was viewed is told whole', async () => {
    const { browser, open } = school
    const abuse = await open('child_abuse_images')
    const answers = {
      adult: 'no',
      coerced: 'no',
      unusual: 'no',
      under_13: 'yes',
      risk: 'no',
      view: 'no',
      parents: 'told',
    }
    const met = {
      'met-day': '23',
      'met-month': '11',
      'met-year': '2026',
      'at-day': '23',
      'at-month': '11',
      'at-year': '2026',
    }
    const review = {
      ...answers,
      ...met,
      who: 'DSL, head',
      present: 'Sam Pritchard, staff',
      referred_why: 'x',
      parents_why: 'y',
    }
    const write = (kind: string, fields: Record<string, string>) =>
      browser.post(`/evidence/of/${abuse}/write/${kind}`, fields)
    const refused = await write('review', { ...review, referred: 'nobody' })
    expect([refused.status, refused.text.includes('asks to refer it at once')]).toEqual([400, true])
    expect((await write('review', { ...review, referred: 'both' })).status).toBe(303)
    const viewed = await write('viewing', { ...met, unavoidable: 'yes', why: 'There was no other way' })
    expect([viewed.status, viewed.text.match(/Say this, because it was viewed/g)?.length]).toEqual([400, 12])
    expect((await browser.get(`/evidence/of/${abuse}`)).text).toContain('The police and children’s social care')
  })
})
