import { beforeAll, describe, expect, test } from 'vitest'
import { beginDraft, draftPaths, readDraft, reviseDraft } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { inForce, reworded, twoChairs } from '#tests/support/two-chairs.ts'
import { draftsDay } from './jobs/drafts-day.ts'
import { tellOfConsultation } from './jobs/tell-of-consultation.ts'
import { paths } from './paths.ts'

const t = useDatabase('2026-11-23T23:50:00Z')
const app = useApp(t)
const pack = twoChairs()
const clause = pack.clauses[7]?.id ?? ''

let school: GivenOrganisation
let head: PersonActor
let governor: PersonActor
let chair: PersonActor
let finance: PersonActor
let teacher: PersonActor
let parent: PersonActor
let pupil: PersonActor
let other: PersonActor
let id: string
beforeAll(async () => {
  school = await givenOrganisation(t)
  await inForce(t, school, pack)
  const person = (kind: 'staff' | 'governor' | 'parent' | 'pupil', name: string, posts: string[] = []) =>
    givenPerson(t, school, { kind, name, posts, ...(kind === 'pupil' ? { yearGroup: 5 } : {}) })
  head = await person('staff', 'Margaret Oyelaran', ['head'])
  governor = await person('governor', 'Grace Governor')
  finance = await person('governor', 'Finn Finance', ['vice_chair_of_governors'])
  chair = await person('governor', 'Chris Chair', ['chair_of_governors'])
  teacher = await person('staff', 'Tom Teacher')
  parent = await person('parent', 'Pat Parent')
  pupil = await person('pupil', 'Kofi Mensah')
  other = await person('pupil', 'Mei Zhou')
  id = await t.as(head, (tx) =>
    beginDraft(tx, head, {
      title: 'Autumn',
      beganFrom: 'version/1',
      content: reworded(pack, 'Everybody is welcome here.'),
      says: 'Begun from version 1',
    }),
  )
})

const system = () => systemActor(school.organisationId, 'tests')
const day = (name: string, year: string, month: string, of: string) => ({
  [`${name}-day`]: of,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const consultation = () => paths.consultation.to(id)

describe('a consultation', () => {
  test('is opened by those who keep the policy, with a last day and somebody to ask', async () => {
    for (const actor of [teacher, parent, governor])
      expect((await app.get(draftPaths.consultation.to(id), actor)).status).toBeGreaterThanOrEqual(403)
    expect((await app.get(consultation(), parent)).status).toBe(404)
    const wrong = await app.post(draftPaths.consultation.to(id), day('until', '2026', '11', '2'), head)
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('The last day must be today or later')])
    const fields = { audiences: ['pupil', 'parent'], ...day('until', '2026', '11', '23') }
    expect((await app.post(draftPaths.consultation.to(id), fields, head)).status).toBe(303)
    expect(await t.as(system(), (tx) => tellOfConsultation(tx, id))).toBe(3)
    expect(await t.as(system(), (tx) => tellOfConsultation(tx, id))).toBe(0)
    expect((await app.get('/notices', pupil)).text).toContain('The school asks what you think of its new policy')
  })

  test('shows what changes, and takes comments on a clause that their author can change and take back', async () => {
    const page = await app.get(`${consultation()}?clause=${clause}`, parent)
    expect(page.body).toContain('<ins class="kept-came">')
    expect((await app.post(paths.comment.to(id), { clause, says: '' }, parent)).status).toBe(400)
    await app.post(paths.comment.to(id), { clause, says: 'Who is everybody?' }, parent)
    await app.post(paths.comment.to(id), { clause: 'whole', says: 'I like it.' }, pupil)
    const [mine] = await t.peek<{ id: string }>('select id from app.policy_comment where person_id = $1', [
      parent.personId,
    ])
    const comment = mine?.id ?? ''
    await app.post(paths.changeComment.to(id, comment), { says: 'Who is meant?' }, parent)
    expect((await app.get(consultation(), parent)).text).toContain('Who is meant?')
    expect((await app.post(paths.changeComment.to(id, comment), { says: 'Mine now' }, other)).status).toBe(409)
    expect((await app.post(paths.comment.to(id), { clause, says: 'Not asked' }, teacher)).status).toBe(404)
    expect((await app.post(paths.comment.to(id), { clause: 'Z-1', says: 'No such' }, parent)).status).toBe(404)
  })

  test('never shows anybody else what somebody said, and the database holds that too', async () => {
    for (const actor of [other, pupil, teacher]) {
      const rows = await t.as(actor, (tx) =>
        tx
          .selectFrom('app.policy_comment')
          .select('person_id')
          .where('organisation_id', '=', school.organisationId)
          .execute(),
      )
      expect(rows.every((row) => row.person_id === actor.personId)).toBe(true)
    }
    expect((await app.get(consultation(), pupil)).text).not.toContain('Who is meant?')
    for (const set of [{ answer: 'Mine', taken_up: true, answered_at: '2026-11-23T10:00:00Z' }, { says: 'Forged' }])
      await expect(
        t.as(set.answer === undefined ? system() : parent, (tx) =>
          tx.updateTable('app.policy_comment').set(set).where('organisation_id', '=', school.organisationId).execute(),
        ),
      ).rejects.toThrow(/a comment is/)
  })

  test('is read and answered by those who keep the policy, clause by clause and by name', async () => {
    const page = await app.get(draftPaths.consultation.to(id), head)
    expect(page.text).toMatch(/Pat Parent ?, parents and carers.*Who is meant\?/)
    expect(page.text).toMatch(/comments 2 from parents and carers 1/)
    expect(page.body).toContain(`/edit/part?at=clauses%2F${clause}`)
    const [mine] = await t.peek<{ id: string }>('select id from app.policy_comment where person_id = $1', [
      parent.personId,
    ])
    const answer = paths.answerComment.to(id, mine?.id ?? '')
    expect((await app.post(answer, { taken_up: 'yes', answer: 'x' }, parent)).status).toBe(403)
    expect((await app.post(answer, { taken_up: 'yes', answer: '' }, head)).status).toBe(400)
    await t.as(head, (tx) =>
      reviseDraft(tx, head, id, () => ({
        content: reworded(pack, 'All pupils are welcome here.'),
        says: 'Says who is meant',
      })),
    )
    expect((await app.post(answer, { taken_up: 'yes', answer: 'In revision 2' }, head)).status).toBe(303)
    const told = (await app.get(consultation(), parent)).text
    expect(told).toContain('Taken up: In revision 2')
    expect(told).toContain('edited since you said something: this is revision 2')
  })

  test('closes when its last day is over', async () => {
    await t.as(system(), (tx) => draftsDay(tx, system()))
    expect((await t.as(head, (tx) => readDraft(tx, id))).stage).toBe('consulting')
    t.clock.set('2026-11-24T00:10:00Z')
    await t.as(system(), (tx) => draftsDay(tx, system()))
    expect((await app.get(consultation(), other)).status).toBe(404)
    expect((await app.get(consultation(), parent)).text).toContain('In revision 2')
    expect((await app.get(draftPaths.consultation.to(id), head)).text).toContain('The last consultation was open until')
  })
})

test('from approval to the version in force, and back to what changed', async () => {
  const approval = draftPaths.approval.to(id)
  const page = await app.get(approval, head)
  expect((await app.post(paths.offer.to(id), page.form(paths.offer.to(id)).fields, head)).status).toBe(303)
  const word = { answer: 'yes', minute: '2026/14', reason: '', revision: '2', ...day('decided', '2026', '11', '23') }
  expect((await app.get(approval, teacher)).text).not.toContain('Write it down')
  const waiting = await app.get(approval, governor)
  expect(waiting.text).toContain('What does Governing Body decide?')
  expect(waiting.text).toContain('Nothing. It can be published as it is.')
  expect(waiting.body).toContain(`${consultation()}?show=all`)
  const whole = await app.get(`${consultation()}?show=all`, governor)
  expect(whole.text).toContain('This is the draft that waits for approval')
  const missing = await app.post(approval, { ...word, voice: 'governing_body', minute: '' }, governor)
  expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter the minute')])
  for (const [actor, voice] of [
    [governor, 'governing_body'],
    [finance, 'vice_chair_of_governors'],
    [chair, 'chair_of_governors'],
  ] as const) {
    t.clock.advance({ minutes: 1 })
    expect((await app.post(approval, { ...word, voice }, actor)).status).toBe(303)
  }
  const publish = draftPaths.publish.to(id)
  expect((await app.get(publish, governor)).status).toBe(403)
  const before = await app.get(publish, head)
  expect(before.text).toContain('What will happen')
  expect(before.text).toMatch(/posts have no holder/)
  const plan = { material: 'yes', note: 'Says who is welcome', ...day('from', '2026', '11', '24') }
  expect((await app.post(publish, { ...plan, note: '' }, head)).text).toContain('Write what changes')
  expect((await app.post(publish, plan, head)).location).toBe(paths.life.to())

  const life = (await app.get(paths.life.to(), teacher)).text
  expect(life).toMatch(/Version 2.*In force.*23 November 2026, minute 2026\/14.*23 November 2027/)
  expect(life).toContain('Superseded')
  expect(life).not.toContain('Nothing needs to change')
  const changes = await app.get(paths.changes.to(2), pupil)
  expect(changes.text).toContain('A change of substance. Says who is welcome')
  expect(changes.body).toMatch(/<del class="kept-went">.*<ins class="kept-came">/s)
  expect((await app.get(paths.version.to(1), pupil)).location).toBe('/policy/on/2026-09-04?version=1')
  expect((await app.get(paths.changes.to(9), pupil)).status).toBe(404)
  expect((await app.post(paths.sooner.to(), { event: 'technology.changed', reason: 'Tablets' }, teacher)).status).toBe(
    403,
  )
  await app.post(paths.sooner.to(), { event: 'technology.changed', reason: 'Tablets for all' }, head)
  expect((await app.get(paths.life.to(), governor)).text).toMatch(/The review is due today.*Tablets for all/)
  expect((await app.post(paths.reviewed.to(), { why: 'All read again' }, head)).status).toBe(303)
})

test('the first version is written down by whoever keeps the policy, as it was decided before', async () => {
  const fresh = await givenOrganisation(t)
  const keeper = await givenPerson(t, fresh, { kind: 'staff', name: 'Nell Hart', posts: ['administrator'] })
  const stranger = await givenPerson(t, fresh, { kind: 'staff', name: 'Sam Stranger' })
  const first = await t.as(keeper, (tx) =>
    beginDraft(tx, keeper, { title: 'First', beganFrom: 'blank', content: pack, says: 'Begun' }),
  )
  expect((await app.get(paths.life.to(), keeper)).text).toContain('Nothing is in force yet')
  const approval = draftPaths.approval.to(first)
  await app.post(paths.offer.to(first), { revision: '1' }, keeper)
  const word = { answer: 'yes', minute: '2025/3', reason: '', revision: '1', ...day('decided', '2025', '9', '1') }
  expect((await app.post(approval, { ...word, voice: 'governing_body' }, stranger)).status).toBe(400)
  for (const voice of ['governing_body', 'chair_of_governors', 'vice_chair_of_governors']) {
    t.clock.advance({ seconds: 10 })
    expect((await app.post(approval, { ...word, voice }, keeper)).status).toBe(303)
  }
  const today = day('from', '2026', '11', '24')
  const published = await app.post(draftPaths.publish.to(first), { note: 'The first', ...today }, keeper)
  expect(published.location).toBe(paths.life.to())
  expect((await app.get(paths.life.to(), keeper)).text).toMatch(/Version 1.*In force.*1 September 2025, minute 2025\/3/)
})
