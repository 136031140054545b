import { beforeAll, describe, expect, test } from 'vitest'
import { unreadNotices } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import {
  answerPoint,
  beginDraft,
  confirmationsOf,
  listDrafts,
  listRevisions,
  myConfirmations,
  openPlaces,
  readDraft,
  sendPoints,
  settlePoints,
} from './index.ts'

const t = useDatabase()
const app = useApp(t)
const M = packNamed('village-primary')
const within = 'records/leaver/steps/disable/within'
const reading = 'readings/stand_ins'

let school: GivenOrganisation
let admin: PersonActor
let network: PersonActor
let head: PersonActor
let teacher: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t)
  await givenPolicy(t, school)
  admin = await givenPerson(t, school, { kind: 'staff', name: 'Noor Fielding', posts: ['administrator'] })
  network = await givenPerson(t, school, { kind: 'staff', name: 'Ben Adeyemi', posts: ['network_manager'] })
  head = await givenPerson(t, school, { kind: 'staff', posts: ['head'] })
  teacher = await givenPerson(t, school, { kind: 'staff' })
})

const begin = () =>
  t.as(admin, (tx) => beginDraft(tx, admin, { title: 'x', beganFrom: 'pack/x', content: M, says: 'Begun' }))
const send = (draftId: string, places: readonly string[], as = admin) =>
  t.as(as, (tx) => sendPoints(tx, as, { draftId, places }))
const mine = (as: PersonActor) => t.as(as, (tx) => myConfirmations(tx))
const answer = (as: PersonActor, id: string, said: 'yes' | 'no', words = '') =>
  t.as(as, (tx) => answerPoint(tx, as, { id, answer: said, words }))
const waitingFor = async (as: PersonActor, draftId: string) => {
  const own = (await mine(as)).filter((one) => one.draftId === draftId && one.state === 'waiting')
  return own.map(({ id }) => id)
}
const packOf = async (draftId: string) => (await t.as(admin, (tx) => readDraft(tx, draftId))).pack

describe('what was sent to the holder of a post', () => {
  test('is all that they see of a draft, with the clauses and what stands there, and nobody else sees it', async () => {
    const draftId = await begin()
    expect(await send(draftId, [within, reading])).toBe(2)
    const [point] = await mine(network)
    expect(point).toMatchObject({ draftId, place: within, post: 'network_manager', state: 'waiting', hasValue: true })
    expect(point?.says).toMatch(/^The policy /)
    expect(point?.clauses[0]).toEqual({ id: expect.stringMatching(/^M-\d{3}$/), says: expect.stringMatching(/\w{3}/) })
    expect((await mine(network)).map(({ place }) => place)).toEqual([within])
    await expect(t.as(network, (tx) => readDraft(tx, draftId))).rejects.toThrow(NotFound)
    expect(await t.as(network, (tx) => listDrafts(tx))).toEqual([])
    expect(await t.as(network, (tx) => listRevisions(tx, draftId))).toEqual([])
    // The rows themselves, without the words of a query: the post's own, none for others.
    const rows = (as: PersonActor) =>
      t.as(as, (tx) =>
        tx.selectFrom('app.policy_confirmation').select('place').where('draft_id', '=', draftId).execute(),
      )
    expect(await rows(network)).toEqual([{ place: within }])
    expect(await rows(teacher)).toEqual([])
    expect(await rows(admin)).toHaveLength(2)
    await expect(answer(teacher, point?.id ?? '', 'yes')).rejects.toThrow(NotFound)
    await expect(answer(head, point?.id ?? '', 'yes')).rejects.toThrow(NotFound)
    await expect(send(draftId, [within], network)).rejects.toThrow(Forbidden)
    expect(await t.as(network, (tx) => unreadNotices(tx))).toMatchObject({ count: 1 })
    expect((await app.get('/notices', network)).body).toContain('/policy/to-confirm')
    // Sent twice it is asked once.
    expect(await send(draftId, [within])).toBe(0)
  })

  test('is settled by their yes, in their name, where it still stands as they saw it', async () => {
    const draftId = await begin()
    await send(draftId, [within])
    const [id = ''] = await waitingFor(network, draftId)
    expect(await answer(network, id, 'yes')).toBe(true)
    expect(openPlaces(await packOf(draftId)).has(within)).toBe(false)
    const [made] = await t.as(admin, (tx) => listRevisions(tx, draftId, { most: 1 }))
    expect(made).toMatchObject({ place: within, madeBy: network.personId })
    expect(made?.says).toMatch(/^Confirmed for the .+: “.+”$/)
    await expect(answer(network, id, 'no', 'Later')).rejects.toThrow(NotFound)
    // A reading is the word of its party.
    await send(draftId, [reading])
    const [asked = ''] = await waitingFor(head, draftId)
    expect(await answer(head, asked, 'yes')).toBe(true)
    expect((await packOf(draftId)).readings.stand_ins?.settled).toBe(true)
  })

  test('stays open with what they propose by their no, and a keeper who settles it takes other questions back', async () => {
    const draftId = await begin()
    await send(draftId, [within])
    const [id = ''] = await waitingFor(network, draftId)
    await expect(answer(network, id, 'no', ' ')).rejects.toThrow(Refused)
    expect(await answer(network, id, 'no', 'Within one school day')).toBe(false)
    expect(openPlaces(await packOf(draftId)).has(within)).toBe(true)
    expect((await t.as(admin, (tx) => confirmationsOf(tx, draftId)))[0]).toMatchObject({
      state: 'no',
      words: 'Within one school day',
      answeredBy: network.personId,
    })
    await send(draftId, [within])
    const [again = ''] = await waitingFor(network, draftId)
    await t.as(admin, (tx) => settlePoints(tx, admin, { draftId, settle: [{ place: within, to: '1 school day' }] }))
    await expect(answer(network, again, 'yes')).rejects.toThrow(NotFound)
    await expect(send(draftId, [within])).rejects.toThrow('not open in the draft any more')
  })

  test('cannot be answered in another’s name, nor rewritten, by whoever may write rows', async () => {
    const draftId = await begin()
    await send(draftId, [within])
    const [id = ''] = await waitingFor(network, draftId)
    const write = (as: PersonActor, by: PersonActor) =>
      t.as(as, (tx) =>
        tx
          .updateTable('app.policy_confirmation')
          .set({ answer: 'yes', words: '', answered_by: by.personId, answered_at: '2026-11-22T10:00:00Z' })
          .where('id', '=', id)
          .executeTakeFirst(),
      )
    await expect(write(network, head)).rejects.toThrow('row-level security')
    await expect(write(admin, admin)).rejects.toThrow('row-level security')
    expect((await write(teacher, teacher)).numUpdatedRows).toBe(0n)
    await expect(
      t.as(admin, (tx) =>
        tx.updateTable('app.policy_confirmation').set({ title: 'Another' }).where('id', '=', id).execute(),
      ),
    ).rejects.toThrow('permission denied')
  })
})

describe('on the pages', () => {
  test('a keeper asks, the holder answers, and the answer stands where it was asked', async () => {
    const draftId = await begin()
    const settle = `/policy/drafts/${draftId}/settle`
    // The one page of its kind on which the point stands.
    const ofKind = async () => {
      for (let page = 1; page <= 12; page += 1) {
        const { body, text } = await app.get(`${settle}?kind=interval&page=${page}`, admin)
        if (body.includes(`value="${within}"`)) return text
      }
      return ''
    }
    expect(await ofKind()).toContain('Ask the')
    expect((await app.post(settle, { do: 'send', place: within, post: 'network_manager' }, admin)).status).toBe(303)
    expect(await ofKind()).toMatch(/Noor Fielding asked the .+ \(Ben Adeyemi\), .+ No answer yet/)
    const page = await app.get('/policy/to-confirm', network)
    expect(page.text).toContain('Yes, so it is')
    expect((await app.get('/policy/to-confirm', teacher)).text).toContain('Nothing waits for your word')
    const [id = ''] = await waitingFor(network, draftId)
    const empty = await app.post('/policy/to-confirm', { id, answer: 'no', words: '' }, network)
    expect(empty.status).toBe(409)
    expect(empty.text).toContain('Say what it should be.')
    const said = { id, answer: 'no', words: 'Within one school day' }
    expect((await app.post('/policy/to-confirm', said, teacher)).status).toBe(404)
    expect((await app.post('/policy/to-confirm', said, network)).status).toBe(303)
    expect(await ofKind()).toMatch(/Ben Adeyemi, .+, says that it should be otherwise: .+\s+“Within one school day”/)
    expect((await app.get('/policy/to-confirm', network)).text).toContain('What you have said')
  })
})
