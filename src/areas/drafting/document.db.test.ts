import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import { useApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { settleDraft } from '#tests/support/settled.ts'
import { listDrafts, listRevisions, draftPaths as paths, readDraft } from './index.ts'

const t = useDatabase()
const app = useApp(t)

const POLICY = [
  'Online safety at Oak Hill',
  'Passwords',
  'Pupils must keep their passwords secret. They must not share them with anybody.',
  'The network manager must switch off the accounts of leavers within 24 hours, and must tell the head.',
  'Parents sign the acceptable use agreement before a child goes online.',
  'Draft version 2.',
].join('\n\n')

let admin: PersonActor
let teacher: PersonActor
let browser: Browser
let id = ''
beforeAll(async () => {
  const school = await givenOrganisation(t)
  admin = await givenPerson(t, school, { kind: 'staff', name: 'Nell Hart', posts: ['administrator'] })
  teacher = await givenPerson(t, school, { kind: 'staff' })
  browser = await app.signedIn(admin)
})

const send = async (content: string | Buffer, name: string) => {
  const { action } = (await browser.get(paths.document.to())).form(paths.document.to())
  return browser.upload(action, {}, { field: 'document', name, type: 'application/octet-stream', content })
}
const draft = () => t.as(admin, (tx) => readDraft(tx, id))
const at = (clause: string) => paths.proposals.to(id, `?clause=${clause}`)
const say = (fields: Record<string, string | string[]>) => browser.post(paths.proposals.to(id), fields)

describe('a document', () => {
  test('that cannot be read, holds no rule or is none begins nothing, and says why', async () => {
    for (const [content, name, says] of [
      ['', 'empty.txt', 'Choose the file with your policy'],
      ['Too short', 'short.txt', 'There is no rule in this document'],
      [Buffer.from('%PDF-1.7 and no more'), 'broken.pdf', 'damaged'],
    ] as const) {
      const answer = await send(content, name)
      expect([name, answer.status]).toEqual([name, 400])
      expect(answer.text).toContain(says)
    }
    expect(await t.as(admin, (tx) => listDrafts(tx))).toEqual([])
    expect((await app.get(paths.document.to(), teacher)).status).toBe(403)
  })

  test('becomes a draft whose clauses are proposed and not linked, with what was left out in a list', async () => {
    const answer = await send(POLICY, 'policy.txt')
    expect(answer.status).toBe(303)
    id = answer.location?.split('/')[3] ?? ''
    const { pack, beganFrom } = await draft()
    expect(beganFrom).toBe('document/policy.txt')
    expect(pack.clauses.flatMap(({ kept_by }) => kept_by)).toEqual([])
    const list = await browser.get(paths.proposals.to(id))
    expect(list.text).toContain('0 of 4 are looked at')
    expect(list.text).toContain('switch off the accounts of leavers')
    expect((await browser.get(paths.dropped.to(id))).text).toContain('Draft version 2.')
  })

  test('is gone through clause by clause: accepted, changed, split, joined, left out and taken back', async () => {
    const [first = '', second = '', third = '', fourth = ''] = (await draft()).pack.clauses.map((clause) => clause.id)
    const page = await browser.get(at(third))
    expect(page.text).toContain('paragraph 4')
    expect(page.text).toContain('because of:')
    expect((await say({ do: 'accept', clause: first })).location).toBe(at(second))
    expect((await say({ do: 'accept', clause: first })).status).toBe(409)
    await say({
      do: 'change',
      clause: second,
      says: 'They share them with nobody.',
      kind: 'notice',
      area: 'passwords',
      strength: 'must',
    })
    const cut = /name="at"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="at"/.exec(page.body)
    await say({ do: 'split', clause: third, at: cut?.[1] ?? cut?.[2] ?? '' })
    await say({ do: 'drop', clause: [fourth] })
    const split = (await draft()).pack.clauses
    expect(split.map((clause) => clause.id)).toEqual([first, second, third, `${third}b`])
    expect(split.at(2)?.says).toBe('The network manager must switch off the accounts of leavers within 24 hours,')
    await say({ do: 'join', clause: `${third}b` })
    await browser.post(paths.dropped.to(id), { clause: fourth })
    await browser.post(paths.dropped.to(id), { clause: 'left-1' })
    const now = (await draft()).pack.clauses
    expect(now.map((clause) => clause.id)).toEqual([first, second, third, fourth, 'left-1'])
    expect(now[1]).toMatchObject({ says: 'They share them with nobody.', kind: 'notice', area: 'passwords' })
    expect(now[2]?.says).toContain('and must tell the head.')
    await say({ do: 'drop', clause: 'left-1' })
    const [last] = await t.as(admin, (tx) => listRevisions(tx, id, { most: 1 }))
    expect(last).toMatchObject({ says: 'Left out, as no rule: left-1', madeBy: admin.personId })
  })

  test('takes over a control with what it needs, after its page has said what comes, and plans the rest', async () => {
    const [first = '', second = '', third = '', fourth = ''] = (await draft()).pack.clauses.map((clause) => clause.id)
    const wanted = { clause: third, pack: 'special-all-through', ref: 'duty/leavers_off' }
    const query = `?${new URLSearchParams(wanted)}`
    const missing = await browser.get(paths.take.to(id, query))
    expect(missing.status).toBe(404)
    const duty = packNamed('special-all-through')
      .clauses.flatMap(({ kept_by }) => kept_by)
      .find((ref) => ref.startsWith('duty/'))
    const take = { ...wanted, ref: duty ?? '' }
    const seen = await browser.get(paths.take.to(id, `?${new URLSearchParams(take)}`))
    expect(seen.text).toContain('What comes with it')
    expect((await draft()).pack.duties).toEqual({})
    expect((await browser.post(paths.take.to(id), take)).status).toBe(303)
    const { pack } = await draft()
    expect(pack.clauses.find((clause) => clause.id === third)?.kept_by).toEqual([duty])
    expect(Object.keys(pack.parties).length).toBeGreaterThan(0)
    for (const clause of [first, second, fourth])
      await say({ do: 'plan', clause, control: 'assent', plan: 'The agreement that we sign' })
    expect((await draft()).pack.planned).toHaveLength(1)
    expect((await say({ do: 'link', clause: first, ref: 'duty/nothing_like_it' })).status).toBe(409)
    expect((await say({ do: 'plan', clause: first, control: 'assent', plan: '' })).status).toBe(400)
  })

  test('is publishable when its clauses are looked at and what came with it is confirmed', async () => {
    const { pack } = await draft()
    if (checkContent(pack, { publish: true }).length > 0) await settleDraft(t, admin, id)
    expect(checkContent((await draft()).pack, { publish: true })).toEqual([])
    expect((await browser.get(paths.show.to(id))).text).toContain('It has not been approved')
  })
})
