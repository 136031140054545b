import { describe, expect, test } from 'vitest'
import { tellOfRecord } from '#areas/notices/index.ts'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { askOfRecord, issueAgreements, signAgreement } from './index.ts'
import { readMine } from './queries/read-mine.ts'
import { readSignature } from './queries/read-signature.ts'

const EXTRA = 'record/publication#extra'

describe('a permission that is asked of the people named in one record', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')

  test('is asked when its step is reached, of their parents, once for each record, and ends with the record’s naming', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'specialist-group')
    const teacher = await givenPerson(t, organisation, { kind: 'staff' })
    const [ama, ben] = [
      await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 9, name: 'Ama Asare' }),
      await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 9, name: 'Ben Bright' }),
    ]
    const mother = await givenPerson(t, organisation, { kind: 'parent' })
    const stranger = await givenPerson(t, organisation, { kind: 'parent' })
    await givenFamily(t, mother, ama)
    const system = systemActor(organisation.organisationId, 'tests')
    const open = async (pupil: PersonActor) =>
      t.as(teacher, (tx) =>
        openRecord(tx, teacher, {
          kind: 'publication',
          schoolId: organisation.schoolId,
          title: 'A photo',
          category: null,
          occurredAt: null,
          fields: { published_where: 'website', published_what: 'photo', on_rare_press: false },
          people: [{ personId: pupil.personId, described: null, part: 'shown' }],
        }),
      )
    const { id } = await open(ama)
    const take = async (does: object, fields = {}) => {
      const [step] = (await t.as(teacher, (tx) => readCase(tx, id))).open
      const key = step?.key ?? ''
      return t.as(teacher, (tx) => takeStep(tx, teacher, { recordId: id, step: key, does: does as never, fields }))
    }
    const queued = async () => {
      await t.as(system, (tx) => tellOfRecord(tx, { recordId: id, moment: 'changed' }))
      const jobs = await t.peek<{ payload: { event: string } }>(
        `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
          where k.identifier = 'ask_of_record'`,
      )
      return jobs.map((job) => job.payload.event)
    }
    await take({ answers: ['yes'] })
    await take({ done: true }, { school_equipment: true, suitable_dress: true })
    expect(await queued()).not.toContain(EXTRA)
    await take(
      { done: true },
      { names_apart: true, first_names_only: true, no_credit_names: true, filename_clean: true },
    )
    await take({ answers: ['individual'] })
    expect(await queued()).toContain(EXTRA)

    const ask = (recordId: string, event = EXTRA) => t.as(system, (tx) => askOfRecord(tx, system, { recordId, event }))
    expect(await ask(id)).toBe(1)
    expect(await ask(id)).toBe(0)
    // The usual asking of everybody neither asks it again nor ends it.
    await t.as(system, (tx) => issueAgreements(tx, system, { assent: 'photo_long_term' }))
    const mine = await t.as(mother, (tx) => readMine(tx, mother))
    const own = mine.filter((one) => one.request.assent === 'photo_long_term')
    expect(own.map((one) => [one.aboutId, one.request.recordId])).toEqual([[ama.personId, id]])
    const requestId = own[0]?.request.id ?? ''
    const sign = (who: PersonActor) =>
      t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name', answers: { may_use: true } }))
    await expect(sign(stranger)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await sign(mother)).toMatchObject({ settled: true })

    // The record is its opener's and its handlers': what was signed for it is no other member of staff's to read.
    const [signed] = await t.peek<{ id: string }>('select id from app.signature where request_id = $1', [requestId])
    const read = (who: PersonActor) => t.as(who, (tx) => readSignature(tx, who, signed?.id ?? ''))
    const colleague = await givenPerson(t, organisation, { kind: 'staff' })
    await expect(read(colleague)).rejects.toMatchObject({ name: 'NotFound' })
    for (const who of [mother, teacher]) expect(await read(who)).toMatchObject({ typedName: 'A Name' })

    const second = await open(ama)
    expect(await ask(second.id)).toBe(1)
    await t.peek(`update app.record_person set removed_at = '2026-09-14T08:00:00Z' where record_id = $1`, [second.id])
    expect(await ask(second.id, 'record/publication#changed')).toBe(0)
    const states = await t.peek<{ state: string; record_id: string }>(
      `select state, record_id from app.assent_request where assent = 'photo_long_term' order by state desc`,
    )
    expect(states).toEqual([
      { state: 'signed', record_id: id },
      { state: 'ended', record_id: second.id },
    ])
    expect((await t.as(ben, (tx) => readMine(tx, ben))).some((one) => one.request.assent === 'photo_long_term')).toBe(
      false,
    )
  })

  test('holds back the step that waits for whoever the record names, until they have signed', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'independent-school')
    const it = await givenPerson(t, organisation, { kind: 'staff', posts: ['it_department'] })
    const holder = await givenPerson(t, organisation, { kind: 'staff', name: 'Rue Calder' })
    const system = systemActor(organisation.organisationId, 'tests')
    const { id } = await t.as(it, (tx) =>
      openRecord(tx, it, {
        kind: 'school_phone',
        schoolId: organisation.schoolId,
        title: 'A phone',
        category: null,
        occurredAt: null,
        fields: { phone_tag: 'P1', sim_number: '1' },
        people: [{ personId: holder.personId, described: null, part: 'phone_holder' }],
      }),
    )
    const event = 'record/school_phone#opened'
    expect(await t.as(system, (tx) => askOfRecord(tx, system, { recordId: id, event }))).toBe(1)
    const issue = async () => {
      const [step] = (await t.as(it, (tx) => readCase(tx, id))).open
      const yes = { pin_set: true, premium_barred: true, keeps_phone_safe: true, no_driving: true }
      const fields = { phone_issued_on: '2026-09-14', ...yes }
      return t.as(it, (tx) => takeStep(tx, it, { recordId: id, step: step?.key ?? '', does: { done: true }, fields }))
    }
    expect(await issue()).toMatchObject({ ok: false, code: 'needs' })
    const mine = await t.as(holder, (tx) => readMine(tx, holder))
    const requestId = mine.find((one) => one.request.recordId === id)?.request.id ?? ''
    await t.as(holder, (tx) => signAgreement(tx, holder, { requestId, typedName: 'Rue Calder' }))
    expect(await issue()).toMatchObject({ ok: true })
  })
})
