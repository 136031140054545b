import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord, reopenRecord, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { walkRecord } from '#tests/support/walk-record.ts'
import { closeConcern, settleConcernByCase, tellConcern, tellOfCaseOver } from './index.ts'

describe('the end of what was told', () => {
  const t = useDatabase()
  const app = useApp(t)
  let organisation: GivenOrganisation
  let lead: PersonActor
  let dsl: PersonActor

  beforeAll(async () => {
    organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
    dsl = await givenPerson(t, organisation, { kind: 'staff', name: 'Nia Okafor', posts: ['dsl'] })
  })

  const tell = (wantsAnswer: boolean) => {
    const nobody = anonymousActor(organisation.organisationId)
    return t.as(nobody, (tx) =>
      tellConcern(tx, nobody, app.keys.derive('concern-receipts'), {
        schoolId: organisation.schoolId,
        reporterKind: 'pupil',
        body: 'They made a page about me',
        aboutKind: 'unkind',
        inDanger: false,
        wantsAnswer,
      }),
    )
  }
  const back = () => `/at/${organisation.slug}/tell/back`
  const read = async (receipt: string) => (await app.post(back(), { receipt }, null)).text
  const close = (concernId: string, answer: string) =>
    t.as(lead, (tx) => closeConcern(tx, lead, { concernId, reason: 'The page is gone', answer }))
  const stateOf = async (id: string) =>
    (
      await t.peek<{ state: string; ended: boolean }>(
        'select state, closed_at is not null as ended from app.concern where id = $1',
        [id],
      )
    )[0]

  test('is with the case that came of it: its reporter is then answered, and may be told of in "You said, we did"', async () => {
    const [answered, silent] = [await tell(true), await tell(false)]
    const { id: recordId } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        ...{ kind: 'incident', schoolId: organisation.schoolId, title: 'Page', category: null, occurredAt: null },
        ...{ fields: {}, people: [] },
      }),
    )
    for (const { id } of [answered, silent])
      await t.as(lead, (tx) => settleConcernByCase(tx, lead, { concernId: id, recordId }))
    expect(await read(answered.receipt)).toContain('dealing with it as a case')
    await expect(close(answered.id, 'Done')).rejects.toMatchObject({ code: 'concern.close.case_open' })

    await t.as(lead, (tx) => voidRecord(tx, lead, { recordId, reason: 'Over' }))
    const system = systemActor(organisation.organisationId, 'concerns')
    // As when a job runs again.
    for (const _ of [1, 2]) await t.as(system, (tx) => tellOfCaseOver(tx, recordId))
    const notices = await t.peek('select reader_id, subject_id from app.notice where code = $1', ['concern.case_over'])
    expect(notices).toEqual([{ reader_id: lead.personId, subject_id: answered.id }])
    expect(await stateOf(silent.id)).toEqual({ state: 'incident', ended: true })
    expect(await read(silent.receipt)).toContain('The school has finished with it')
    expect(await read(answered.receipt)).toContain('They write to you here how it ended')
    expect((await app.get(`/concerns/${answered.id}`, lead)).text).toContain('Write the closing answer')

    await expect(close(answered.id, '')).rejects.toMatchObject({ code: 'concern.close.unanswered' })
    await app.post(`/concerns/${answered.id}/close`, { reason: 'The case is over', answer: 'The page is gone' }, lead)
    expect(await stateOf(answered.id)).toEqual({ state: 'incident', ended: true })
    const text = await read(answered.receipt)
    expect(text).toContain('The page is gone')
    expect(text).toContain('The school has finished with it')
    await expect(close(answered.id, 'Again')).rejects.toMatchObject({ code: 'concern.close.closed' })
    const said = { said: 'Some of you told us of a page', did: 'It is gone', readers: 'pupil', concerns: answered.id }
    expect((await app.post('/concerns/you-said/new', said, lead)).status).toBe(303)
  })

  test('comes a second time with its case only for whoever was written to while the case was open again', async () => {
    const [told, untold] = [await tell(true), await tell(true)]
    const { id: recordId } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        ...{ kind: 'incident', schoolId: organisation.schoolId, title: 'Page', category: 'unkind_message' },
        ...{ occurredAt: null, fields: {}, people: [] },
      }),
    )
    for (const { id } of [told, untold])
      await t.as(lead, (tx) => settleConcernByCase(tx, lead, { concernId: id, recordId }))
    const system = systemActor(organisation.organisationId, 'concerns')
    const closeCase = async () => {
      t.clock.advance({ minutes: 1 })
      await walkRecord(t, lead, recordId, { triage: 'not_illegal' })
      for (const _ of [1, 2]) await t.as(system, (tx) => tellOfCaseOver(tx, recordId))
    }
    const asked = () =>
      t.peek<{ subject_id: string }>(
        "select subject_id from app.notice where code like 'concern.case_over%' and subject_id = any ($1) order by id",
        [[told.id, untold.id]],
      )
    await closeCase()
    expect(await asked()).toHaveLength(2)
    for (const { id } of [told, untold]) await close(id, 'The page is gone')
    t.clock.advance({ minutes: 1 })
    await t.as(lead, (tx) => reopenRecord(tx, lead, { recordId, reason: 'The parents rang again' }))
    expect((await app.post(`/concerns/${told.id}/reply`, { reply: 'We look at it again' }, lead)).status).toBe(303)
    await closeCase()
    expect((await asked()).slice(2)).toEqual([{ subject_id: told.id }])
    expect(await read(told.receipt)).toContain('They write to you here how it ended')
    expect(await read(untold.receipt)).toContain('The school has finished with it')
    await close(told.id, 'It stays gone')
    await t.as(system, (tx) => tellOfCaseOver(tx, recordId))
    expect(await stateOf(told.id)).toEqual({ state: 'incident', ended: true })
  })

  test('is not the end of the conversation, and whoever looks after it may take it up again', async () => {
    const { id, receipt } = await tell(true)
    await close(id, 'They took it down')
    await app.post(`${back()}/write`, { receipt, message: 'It is there again' }, null)
    expect((await app.post(`/concerns/${id}/reply`, { reply: 'Thank you, we look at it' }, lead)).status).toBe(303)
    expect(await read(receipt)).toContain('Thank you, we look at it')
    expect((await app.post(`/concerns/${id}/again`, {}, dsl)).status).toBe(303)
    expect(await stateOf(id)).toEqual({ state: 'taken', ended: false })
    expect(await read(receipt)).toContain('Somebody at school is looking after it')
    expect((await app.post(`/concerns/${id}/again`, {}, dsl)).status).toBe(409)
    const kept = await t.peek('select 1 from app.ledger_entry where subject_id = $1 and code = $2', [
      id,
      'concern.taken_up_again',
    ])
    expect(kept).toHaveLength(1)
  })
})
