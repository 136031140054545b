import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const kept = useApp(t)

let SHOT = Buffer.alloc(0)
const WORDS = {
  title: 'The group chat',
  shows: 'Three messages',
  computer: 'LB-0318',
  username: 'tobi.m',
  'at-day': '23',
  'at-month': '11',
  'at-year': '2026',
  'at-time': '9:15',
  by: 'Ben Adeyemi, staff',
  witness: 'Sam Pritchard, staff',
}

interface Given {
  readonly lead: PersonActor
  readonly ben: PersonActor
  readonly sam: PersonActor
  readonly browser: Browser
  readonly open: (category: string) => Promise<string>
}
let given: Given

beforeAll(async () => {
  SHOT = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#7799bb' } })
    .png()
    .toBuffer()
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'specialist-group')
  const staff = (name: string, posts: string[] = []) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await staff('Priya Raman', ['dsl'])
  const [ben, sam] = [await staff('Ben Adeyemi'), await staff('Sam Pritchard')]
  const open = async (category: string) => {
    const { id } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title: 'Unkind group chat',
        category,
        occurredAt: null,
        fields: {},
        people: [],
      }),
    )
    return id
  }
  // A new password ends the sessions of before.
  for (const person of [lead, ben, sam]) await givenPassword(person)
  given = { lead, ben, sam, browser: await kept.signedIn(lead), open }
})

/** A password of one's own: everybody's is their own id. */
async function givenPassword({ organisationId, personId }: PersonActor): Promise<void> {
  const userId = await kept.identity.ensureUser({ organisationId, personId, email: `${personId}@larkbeck.example` })
  await kept.identity.setPassword(userId, personId, { minimum: 8, mix: 1 })
}

const send = async (record: string, file: { name: string; content: Buffer }, words: Record<string, string> = WORDS) => {
  const { browser } = given
  const page = await browser.get(`/evidence/of/${record}/add/screenshot`)
  if (page.status !== 200) throw new Error(page.text.slice(0, 3000))
  const { action } = page.form(`/evidence/of/${record}/send/screenshot`)
  return browser.upload(action, words, { field: 'file', type: 'image/png', ...file })
}

describe('a piece of evidence', () => {
  test('is sent, signed by both with their own passwords, looked at as a copy, and never as itself without a reason', async () => {
    const { browser, ben, sam, open } = given
    const record = await open('cyber_bullying')
    const sent = await send(record, { name: 'chat.png', content: SHOT })
    expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/evidence\/[0-9a-f-]{36}$/)])
    const item = sent.location ?? ''
    const before = await browser.get(item)
    expect(before.text).toContain('Ben Adeyemi has not signed.')
    const [, entry = ''] = /\/evidence\/sign\/([0-9a-f-]{36})\/taker/.exec(before.body) ?? []
    const sign = (part: string, password: string) =>
      browser.post(`/evidence/sign/${entry}/${part}`, { how: 'password', password })
    expect((await sign('taker', sam.personId)).status).toBe(400)
    expect((await sign('taker', ben.personId)).location).toBe(`/evidence/sign/${entry}/witness`)
    expect((await sign('witness', sam.personId)).location).toBe(item)
    const after = await browser.get(item)
    expect(after.text).toContain('Chain whole')
    expect(after.text).toContain('Signed: Ben Adeyemi, Sam Pritchard')

    const look = await browser.get(`${item}/look`)
    expect(look.text).toContain('Seen by Priya Raman')
    expect(look.body).toContain('data:image/jpeg;base64,')
    expect(look.body).not.toContain(SHOT.toString('base64'))
    expect((await browser.post(`${item}/download`, { reason: '' })).status).toBe(400)
    const original = await browser.post(`${item}/download`, { reason: 'For the police' })
    expect(original.headers['content-disposition']).toBe('attachment; filename="chat.png"; filename*=UTF-8\'\'chat.png')
    const looks = await t.peek(
      `select e.code, d.details::jsonb ->> 'reason' as reason from app.ledger_entry e
         join app.ledger_detail d using (organisation_id, chain, seq)
        where e.subject_id = $1 and e.chain = 'read' order by e.seq`,
      [item.slice('/evidence/'.length)],
    )
    expect(looks).toEqual([
      { code: 'evidence.looked_at', reason: null },
      { code: 'evidence.downloaded', reason: 'For the police' },
    ])
  })
})
