import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { draftPaths as paths, pointsOf, readDraft } from './index.ts'

const t = useDatabase()
const app = useApp(t)

let school: GivenOrganisation
let admin: PersonActor
let teacher: PersonActor
let browser: Browser
let id = ''
const otherSchool = newId()
beforeAll(async () => {
  school = await givenOrganisation(t, 'Brook Primary')
  admin = await givenPerson(t, school, { kind: 'staff', name: 'Nell Hart', posts: ['administrator'] })
  teacher = await givenPerson(t, school, { kind: 'staff', name: 'Tom Reed' })
  await t.peek('insert into app.school (organisation_id, id, name) values ($1, $2, $3)', [
    school.organisationId,
    otherSchool,
    'Heath Primary',
  ])
  browser = await app.signedIn(admin)
})

const draft = () => t.as(admin, (tx) => readDraft(tx, id))
const open = async (kind: string) => pointsOf((await draft()).pack).filter((one) => one.open && one.kind === kind)
const said = { who: 'Ann Lowe', 'on-day': '20', 'on-month': '11', 'on-year': '2026', where: 'at the meeting' }

describe('adopting a policy whole', () => {
  test('begins at an empty list, from one of the policies that are described', async () => {
    expect((await browser.get(paths.list.to())).text).toContain('There is no draft yet')
    const choice = await browser.get(paths.begin.to())
    expect(choice.text).toContain('a federation of two primary schools')
    expect(choice.text).toMatch(/301 clauses, \w+ of them kept by something/)
    expect((await browser.post(paths.begin.to(), { from: '' })).status).toBe(400)
    const begun = await browser.post(paths.begin.to(), { from: 'pack/primary-federation' })
    id = begun.location?.split('/')[3] ?? ''
    const page = await browser.get(paths.show.to(id))
    for (const words of ['Settle how contradictions are read', 'Name who holds each post', 'It has not been approved'])
      expect(page.text).toContain(words)
    expect((await browser.get(paths.list.to())).text).toContain('Being written')
  })

  test('is for those who keep the policy alone', async () => {
    for (const path of [paths.list, paths.begin]) expect((await app.get(path.to(), teacher)).status).toBe(403)
    for (const path of [paths.show, paths.settle, paths.posts, paths.preview, paths.faults, paths.overlays])
      expect((await app.get(path.to(id), teacher)).status).toBe(403)
  })

  test('confirms one point, says another value for one, takes it back, and writes down whose word a reading is', async () => {
    const [one, two] = await open('interval')
    const [reading] = await open('reading')
    const page = await browser.get(paths.settle.to(id, '?kind=interval'))
    expect(page.text).toContain('The policy says “')
    // One kind at a time, some sections to a page: with styles and script (40 kB) it stays under 60 kB compressed.
    expect(page.text).toMatch(/Intervals: 0 of \d+/)
    expect(page.body).toContain('page=2')
    expect(gzipSync(page.body).length).toBeLessThan(20_000)
    const send = (fields: Record<string, string>) =>
      browser.post(paths.settle.to(id), { query: 'kind=&state=open', ...fields })
    expect((await send({ do: 'confirm', place: one?.place ?? '' })).status).toBe(303)
    const wrong = await send({ do: 'change', place: two?.place ?? '', value: '', unit: 'day' })
    expect(wrong.status).toBe(400)
    const before = (await open('interval')).length
    await send({ do: 'reopen', place: one?.place ?? '' })
    expect((await open('interval')).length).toBe(before + 1)
    const unsaid = await send({ do: 'confirm', place: reading?.place ?? '' })
    expect([unsaid.status, unsaid.text.includes('Enter where it was said')]).toEqual([400, true])
    expect((await send({ do: 'confirm', place: reading?.place ?? '', ...said })).status).toBe(303)
    expect((await open('reading')).map(({ place }) => place)).not.toContain(reading?.place)
    expect((await browser.get(paths.settle.to(id, '?kind=reading&state=settled'))).text).toContain(
      'said so by Ann Lowe',
    )
  })

  test('confirms a whole group after it was seen, and not one that changed meanwhile', async () => {
    const page = await browser.get(paths.settle.to(id, '?kind=interval'))
    const group = page.forms.find((form) => form.fields.do === 'group')
    const count = (await open('interval')).length
    const many = group?.fields.places?.split(' ').length ?? 0
    expect(many).toBeGreaterThan(1)
    expect((await browser.post(paths.settle.to(id), { ...group?.fields, seen: 'before', ...said })).status).toBe(409)
    expect((await browser.post(paths.settle.to(id), { ...group?.fields, ...said })).status).toBe(303)
    expect((await open('interval')).length).toBe(count - many)
  })

  test('names and relieves holders of posts, for one school or all, and keeps an administrator', async () => {
    const page = await browser.get(paths.posts.to(id, '?post=head&words=tom'))
    expect(page.text).toContain('Tom Reed')
    const name = { do: 'name', post: 'head', person: teacher.personId, school: otherSchool }
    expect((await browser.post(paths.posts.to(id), name)).status).toBe(303)
    expect((await browser.post(paths.posts.to(id), name)).text).toContain('holds the post already')
    expect((await browser.post(paths.posts.to(id), { ...name, post: 'nobody_at_all' })).status).toBe(409)
    const held = await browser.get(paths.posts.to(id))
    expect(held.text).toContain('Tom Reed at Heath Primary')
    expect(held.text).toContain('Nobody at Brook Primary')
    const [last] = await t.peek<{ id: string }>("select id from app.post_holder where post = 'administrator'")
    const kept = await browser.post(paths.posts.to(id), { do: 'relieve', holder: last?.id ?? '' })
    expect([kept.status, kept.text.includes('Somebody has to be the administrator')]).toEqual([409, true])
    const [tom] = await t.peek<{ id: string }>("select id from app.post_holder where post = 'head'")
    expect((await browser.post(paths.posts.to(id), { do: 'relieve', holder: tom?.id ?? '' })).status).toBe(303)
    expect((await browser.get(paths.posts.to(id))).text).not.toContain('Tom Reed')
  })

  test('sets what one school does more strictly, and refuses what is weaker', async () => {
    const [setting] = Object.entries((await draft()).pack.settings).find(([, one]) => one.stricter === 'lower') ?? ['']
    const send = (value: string) =>
      browser.post(paths.overlays.to(id), { do: 'set', setting: setting ?? '', school: otherSchool, value })
    expect((await browser.get(paths.overlays.to(id))).text).toContain('A school may only go')
    expect((await send('60')).status).toBe(303)
    expect(Object.values((await draft()).pack.overlays).flatMap(({ sets }) => sets)).toEqual([
      { setting: `setting/${setting}`, to: 60 },
    ])
    const weaker = { do: 'set', setting: 'investigators', school: otherSchool, value: '1' }
    const refused = await browser.post(paths.overlays.to(id), weaker)
    expect([refused.status, refused.text.includes('weaker than the group’s own value')]).toEqual([409, true])
    await browser.post(paths.overlays.to(id), { do: 'clear', setting: setting ?? '', school: otherSchool })
    expect((await draft()).pack.overlays).toEqual({})
  })

  test('shows the draft as it will be, and its faults', async () => {
    for (const [part, words] of [
      ['text', 'W-001'],
      ['board', 'clauses'],
      ['asked', 'Asked of'],
      ['told', 'When '],
    ] as const)
      expect((await browser.get(paths.preview.to(id, `?part=${part}`))).text).toContain(words)
    expect((await browser.get(paths.faults.to(id))).text).toContain('There is no fault')
  })

  test('sets a draft aside with a reason, and takes it up again', async () => {
    expect((await browser.post(paths.setAside.to(id), { why: '' })).status).toBe(400)
    await browser.post(paths.setAside.to(id), { why: 'Begun twice' })
    expect((await browser.get(paths.show.to(id))).text).toContain('This draft was set aside: Begun twice')
    const [point] = await open('interval')
    expect((await browser.post(paths.settle.to(id), { do: 'confirm', place: point?.place ?? '' })).status).toBe(409)
    await browser.post(paths.takeUp.to(id), {})
    expect((await draft()).stage).toBe('editing')
  })
})
