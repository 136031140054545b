import { describe, expect, test } from 'vitest'
import { grantsOf } from '#areas/assents/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { addCasePeople, readCase, takeStep, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import type { Scalar } from '#pack/types/value.ts'
import { givenActions } from '#tests/support/actions.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { actionStandings, askException, endDue, liftedNow, takeAction } from './index.ts'

const t = useDatabase('2026-10-05T08:00:00Z')
const app = useApp(t)

const given = () => givenActions(t)

type Given = Awaited<ReturnType<typeof givenActions>>

const take = (by: PersonActor, one: Given, action = 'off_line') =>
  t.as(by, (tx) =>
    takeAction(tx, by, {
      action,
      caseId: one.caseId,
      schoolId: one.organisation.schoolId,
      personId: one.pupil.personId,
      why: 'Twice this week',
    }),
  )

async function step(by: PersonActor, recordId: string, does: Does, fields: Record<string, Scalar> = {}) {
  return t.as(by, async (tx) => {
    const [open] = (await readCase(tx, recordId)).open
    return takeStep(tx, by, { recordId, step: open?.key ?? '', does, fields })
  })
}

const stateOf = async (by: PersonActor, id: string) => (await t.as(by, (tx) => readCase(tx, id))).state
const internet = async ({ head, pupil }: Given) =>
  (await t.as(head, (tx) => grantsOf(tx, pupil.personId))).find((one) => one.why === 'set_closed') ?? null

describe('an action', () => {
  test('is taken by whom the policy names, seen by whoever sees its case, and closes the gate until its day', async () => {
    const one = await given()
    await expect(take(one.teacher, one)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(take(one.lead, one, 'talk')).rejects.toMatchObject({ name: 'Forbidden', code: 'action.not_mine' })
    const id = await take(one.dsl, one)
    await expect(t.as(one.teacher, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    expect(await internet(one)).toBeNull()
    expect(await step(one.dsl, id, { done: true }, { until: '2026-10-16' })).toMatchObject({ ok: true })
    expect(await internet(one)).toMatchObject({ open: false, until: '2026-10-16T22:59:59Z' })

    const page = await app.get('/actions', one.dsl)
    expect(page.body).toContain('Internet withdrawn')
    expect(page.body).toContain('Robin Hale')
    expect((await app.get('/actions', one.teacher)).body).not.toContain('Robin Hale')
    expect((await app.get('/actions.csv', one.dsl)).body).toContain('Internet withdrawn,Robin Hale')
    expect((await app.get(`/incidents/${one.caseId}`, one.dsl)).body).toContain('In force until')
    expect((await app.get(`/actions/${id}`, one.teacher)).status).toBe(404)
    expect((await app.get(`/entries/${id}`, one.dsl)).status).toBe(404)

    // Whoever is named in the case later sees nothing of what follows from it.
    await t.as(one.dsl, (tx) =>
      addCasePeople(tx, one.dsl, {
        recordId: one.caseId,
        people: [{ part: 'named_staff', personId: one.head.personId, described: null }],
      }),
    )
    await expect(t.as(one.head, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('reminds before its end, ends by itself and opens the gate; nothing is ended twice', async () => {
    const one = await given()
    const id = await take(one.dsl, one)
    await step(one.dsl, id, { done: true }, { until: '2026-10-16' })
    const look = () => t.as(one.system, (tx) => endDue(tx, one.system))
    const told = async () =>
      (await t.as(one.head, (tx) => tx.selectFrom('app.notice').select('code').orderBy('written_at').execute())).map(
        (notice) => notice.code,
      )
    expect(await look()).toBe(0)
    t.clock.set('2026-10-15T08:00:00Z')
    expect(await look()).toBe(0)
    expect(await told()).toContain('action.ends')
    t.clock.set('2026-10-17T00:00:01Z')
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    expect(await told()).toContain('action.over')
    expect(await stateOf(one.dsl, id)).toBe('closed')
    expect(await internet(one)).toBeNull()
  })

  test('is lifted with a reason by whoever may, and a void one holds no longer', async () => {
    const one = await given()
    const id = await take(one.dsl, one)
    await step(one.dsl, id, { done: true }, { until: '2026-10-16' })
    const lift = { answers: ['lifted'] }
    expect(await step(one.dsl, id, lift, { lifted_because: 'x' })).toMatchObject({ ok: false, code: 'not_theirs' })
    expect(await step(one.head, id, lift)).toMatchObject({ ok: false, code: 'fields' })
    expect(await step(one.head, id, lift, { lifted_because: 'Learnt' })).toMatchObject({ ok: true })
    expect(await internet(one)).toBeNull()
    const other = await take(one.head, one)
    await step(one.head, other, { done: true }, { until: '2026-10-16' })
    expect(await internet(one)).not.toBeNull()
    await t.as(one.head, (tx) => voidRecord(tx, one.head, { recordId: other, reason: 'The wrong pupil' }))
    expect(await internet(one)).toBeNull()
  })

  test('is appealed against to somebody who is let in for that step alone', async () => {
    const one = await given()
    const id = await take(one.dsl, one)
    await step(one.dsl, id, { done: true }, { until: '2026-10-16' })
    await step(one.head, id, { answers: ['appealed'] }, { appeal_says: 'His mother' })
    const voiced = (by: PersonActor) =>
      t.as(by, async (tx) => {
        const [open] = (await readCase(tx, id)).open
        return takeStep(tx, by, { recordId: id, step: open?.key ?? '', does: { voice: 'yes' }, note: 'Too hard' })
      })
    expect(await voiced(one.dsl)).toMatchObject({ ok: false })
    // Whoever has done something in the case leaves it to a colleague of the same post, as long as there is one.
    const people = [{ part: 'witness', personId: one.teacher.personId, described: null }]
    await t.as(one.lead, (tx) => addCasePeople(tx, one.lead, { recordId: one.caseId, people }))
    const posts = ['online_safety_lead']
    const other = await givenPerson(t, one.organisation, { kind: 'staff', name: 'Ines Marlow', posts })
    expect(await voiced(one.lead)).toMatchObject({
      ok: false,
      says: expect.stringContaining('had a part in this case'),
    })
    expect(await voiced(other)).toMatchObject({ ok: true, ended: true })
    expect(await internet(one)).toBeNull()
  })

  test('stands on the board as taken, in force and late', async () => {
    const one = await given()
    const standing = () =>
      t.as(one.system, async (tx) =>
        actionStandings.standings(tx, await policyInForce(tx), [
          'action/off_line',
          'exception/unblocked',
          'action/none',
        ]),
      )
    expect((await standing()).get('action/off_line')).toMatchObject({ state: 'none' })
    const id = await take(one.dsl, one)
    await step(one.dsl, id, { done: true }, { until: '2026-10-16' })
    const found = await standing()
    expect(found.get('action/off_line')).toMatchObject({
      state: 'kept',
      proof: 'proved',
      counts: { taken: 1, in_force: 1 },
    })
    expect(found.has('action/none')).toBe(false)
  })
})

describe('an exception', () => {
  const ask = (by: PersonActor, one: Given, exception: string, personId: string) =>
    t.as(by, (tx) =>
      askException(tx, by, {
        exception,
        schoolId: one.organisation.schoolId,
        personId,
        why: 'For the lesson',
        fields: {},
        caseId: null,
      }),
    )

  test('is asked for by staff for whom it may be, decided by another, shown without a name, and ends by itself', async () => {
    const one = await given()
    const { teacher, pupil, governor, head } = one
    await expect(ask(governor, one, 'unblocked', teacher.personId)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(ask(teacher, one, 'unblocked', pupil.personId)).rejects.toMatchObject({ code: 'exception.not_for' })
    await expect(ask(teacher, one, 'emergency', head.personId)).rejects.toMatchObject({ code: 'exception.not_for' })
    const id = await ask(teacher, one, 'unblocked', teacher.personId)
    const lifted = () => t.as(teacher, (tx) => liftedNow(tx))
    expect((await lifted()).size).toBe(0)
    const say = { voice: 'yes' } as const
    expect(await step(teacher, id, say)).toMatchObject({ ok: false })
    expect(await step(head, id, say)).toMatchObject({ ok: true })
    expect((await lifted()).get('measure/passwords')).toMatchObject({ count: 1 })
    expect((await app.get('/exceptions', teacher)).body).toContain('A site unblocked')
    expect((await app.get('/measures/passwords', head)).body).toContain('An exception lifts this')
    t.clock.set('2026-10-20T08:00:00Z')
    await t.as(one.system, (tx) => endDue(tx, one.system))
    expect((await lifted()).size).toBe(0)
    expect(await stateOf(teacher, id)).toBe('closed')
  })

  test('that needs no decision is written down afterwards and holds from then', async () => {
    const one = await given()
    const id = await ask(one.teacher, one, 'emergency', one.teacher.personId)
    expect((await t.as(one.teacher, (tx) => readCase(tx, id))).open.map((open) => open.stepId)).toEqual(['in_force'])
  })

  test('is asked for on a page that wants a reason and a name', async () => {
    const one = await given()
    expect((await app.get('/exceptions/new', one.teacher)).body).toContain('An emergency call')
    const sent = await app.post('/exceptions/new/unblocked', { who: 'Nobody', why: '' }, one.teacher)
    expect(sent.status).toBe(400)
    expect(sent.body).toContain('Say why it is needed')
    expect((await app.get('/actions/new', one.teacher)).status).toBe(403)
    const taken = await app.post(
      `/actions/new?case=${one.caseId}`,
      { action: 'off_line', who: 'Robin Hale', why: 'Twice' },
      one.dsl,
    )
    expect(taken.status).toBe(303)
  })
})

test('an action that puts somebody on a list enters them, and takes them off when it is lifted', async () => {
  const one = await given()
  const id = await take(one.head, one, 'supervised')
  const entries = () =>
    t.as(one.dsl, (tx) =>
      tx
        .selectFrom('app.record as r')
        .innerJoin('app.record_person as p', 'p.record_id', 'r.id')
        .select(['r.state', 'p.person_id'])
        .where('r.kind', '=', 'supervised_list')
        .execute(),
    )
  expect(await step(one.head, id, { done: true })).toMatchObject({ ok: true })
  expect(await entries()).toEqual([{ state: 'open', person_id: one.pupil.personId }])
  expect(await step(one.head, id, { answers: ['over'] })).toMatchObject({ ok: true })
  expect(await entries()).toEqual([{ state: 'closed', person_id: one.pupil.personId }])
})
