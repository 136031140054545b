import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCase, takeStep } from '#areas/records/index.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type EvidenceSchool, givenEvidenceSchool, SHOT_WORDS } from '#tests/support/evidence.ts'

const t = useDatabase()
const kept = useApp(t)
let school: EvidenceSchool
let record: string
let content: Buffer

const openKeys = () => t.as(school.lead, async (tx) => (await readCase(tx, record)).open.map(({ key }) => key))
const keyOf = async (step: string) => (await openKeys()).find((key) => key.includes(`:${step}:`)) ?? ''
const pageOf = (key: string) => `/incidents/${record}/steps/${encodeURIComponent(key)}`

async function take(step: string, does: Does, fields: Record<string, string> = {}) {
  const key = await keyOf(step)
  const taken = await t.as(school.lead, (tx) =>
    takeStep(tx, school.lead, { recordId: record, step: key, does, fields }),
  )
  if (!taken.ok) throw new Error(`${step}: ${taken.says}`)
}

beforeAll(async () => {
  content = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#7799bb' } })
    .png()
    .toBuffer()
  school = await givenEvidenceSchool(t, kept)
  record = await school.open('grooming')
  await take('dsl', { done: true }, { told_by: 'A pupil' })
  await take('evidence', { answers: ['yes'] })
  await take('witness', { done: true }, { witnessed_shot_of: 'Messages' })
})

describe('a step that asks for evidence', () => {
  test('is done when the screenshot that it asked for is signed by whoever took it and by a witness, and not before', async () => {
    const { browser, lead, ben, sam } = school
    const step = pageOf(await keyOf('label'))
    const page = await browser.get(step)
    expect(page.text).toContain('once whoever took it and whoever was there have signed for it')
    expect((await browser.post(step, { note: '' })).status).toBe(400)
    const [, add = ''] = /href="(\/evidence\/of\/[^"]*\/add\/screenshot\?step=[^"]*)"/.exec(page.body) ?? []
    const send = async (words: Record<string, string>) => {
      const { action } = (await browser.get(add)).form(`/evidence/of/${record}/send/screenshot`)
      return browser.upload(action, words, { field: 'file', type: 'image/png', name: 'shot.png', content })
    }
    const alone = await send({ ...SHOT_WORDS, witness: '' })
    expect([alone.status, alone.text.includes('In whose presence?')]).toEqual([400, true])
    const own = await send({ ...SHOT_WORDS, witness: SHOT_WORDS.by })
    expect([own.status, own.text.includes('Nobody is their own witness')]).toEqual([400, true])

    const item = (await send(SHOT_WORDS)).location ?? ''
    const [, entry = ''] = /\/evidence\/sign\/([0-9a-f-]{36})\/taker/.exec((await browser.get(item)).body) ?? []
    const sign = (part: string, password: string) =>
      browser.post(`/evidence/sign/${entry}/${part}`, { how: 'password', password })
    const next = (await sign('taker', ben.personId)).location
    const early = { item: item.split('/').at(-1) ?? '', note: '' }
    const refused = await browser.post(step, early)
    expect([next, refused.status, refused.text.includes('Not everybody has signed for this item yet')]).toEqual([
      `/evidence/sign/${entry}/witness`,
      409,
      true,
    ])
    expect((await sign('witness', sam.personId)).location).toBe(`/incidents/${record}`)
    expect(await keyOf('print')).not.toBe('')
    expect((await browser.get(`/incidents/${record}`)).text).toContain('In evidence: 1. The group chat')
    expect((await kept.get(add, lead)).status).toBe(200)
  })

  test('is done by itself with what it asked for alone, and never with an item that was entered by mistake', async () => {
    const { browser, signAll } = school
    await take('print', { done: true }, { print_signed: '2026-11-23', print_place: 'Safe' })
    const step = pageOf(await keyOf('countersign'))
    const printed = { title: 'The print', shows: '', sheets: '1', made_from: '', from: '' }
    const { computer: _c, username: _u, ...common } = SHOT_WORDS
    const added = await browser.post(`/evidence/of/${record}/add/printed`, { ...common, ...printed })
    const item = added.location ?? ''
    await signAll(item)
    // It was added beside the chart: the step offers it, and nothing is done by itself.
    expect((await browser.get(step)).text).toContain('2. The print')
    await browser.post(`${item}/write/withdrawn`, {
      ...{ 'at-day': '23', 'at-month': '11', 'at-year': '2026', 'at-time': '9:20', why: 'Another case' },
    })
    const gone = await browser.post(step, { item: item.split('/').at(-1) ?? '', note: '' })
    expect([gone.status, gone.text.includes('Add the item of evidence first')]).toEqual([409, true])
  })
})
