import { describe, expect, test } from 'vitest'
import { tellConcern, tellOfConcern } from '#areas/concerns/index.ts'
import { openRecord, readCase, removeCasePerson, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import type { InPart } from '#pack/engines/flow/run.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellAll } from '#tests/support/told.ts'

describe('a case of the federation', () => {
  const t = useDatabase()

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'primary-federation')
    const staff = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const coordinator = await staff('Ines Marlow', ['online_safety_lead'])
    const head = await staff('Tomas Birk', ['head'])
    const deputy = await staff('Asha Venn', ['deputy_head'])
    const technician = await staff('Olu Farrant', ['network_manager'])
    const teacher = await staff('Greta Sand', [])
    const senior = await staff('Lena Ashdown', ['possible_investigators'])
    const nominated = await staff('Ola Wick', ['nominated_person'])
    const open = (kind: string, people: { part: string; personId: string }[] = []) =>
      t.as(coordinator, (tx) =>
        openRecord(tx, coordinator, {
          kind: 'incident',
          schoolId: organisation.schoolId,
          title: 'Something online',
          category: kind,
          occurredAt: null,
          fields: { kind, risk_seen: false },
          people: people.map((one) => ({ ...one, described: null })),
        }),
      )
    return { organisation, coordinator, head, deputy, senior, technician, teacher, nominated, open }
  }

  const stepsOf = async (person: PersonActor, id: string) =>
    (await t.as(person, (tx) => readCase(tx, id))).open.filter((step) => !step.early).map((step) => step.stepId)

  async function take(person: PersonActor, id: string, does: Does, fields = {}, people: readonly InPart[] = []) {
    const [step] = (await t.as(person, (tx) => readCase(tx, id))).open.filter((one) => !one.early)
    return t.as(person, (tx) =>
      takeStep(tx, person, {
        recordId: id,
        step: step?.key ?? '',
        does,
        reason: 'Said in the test',
        fields,
        people,
        told: step === undefined || 'notNeeded' in does ? [] : tellAll(step, []),
      }),
    )
  }

  test('that may be illegal begins with the police, and its files are locked then', async () => {
    const { coordinator, open } = await given()
    const { id } = await open('abuse_images')
    expect(await stepsOf(coordinator, id)).toEqual(['police'])
    const told = await take(coordinator, id, { done: true })
    expect(told.ok).toBe(true)
    expect((await t.as(coordinator, (tx) => readCase(tx, id))).filesLocked).toBe(true)
  })

  test('is investigated by two different senior people, and by no teacher who was not asked', async () => {
    const { coordinator, head, senior, teacher, open } = await given()
    const { id } = await open('pornography')
    for (const does of [{ done: true } as const, { answers: ['no'] }, { answers: ['no'] }])
      expect(await take(coordinator, id, does)).toMatchObject({ ok: true })
    expect(await take(head, id, { answers: ['yes'] })).toMatchObject({ ok: true })
    expect(await stepsOf(head, id)).toEqual(['team'])
    const part = 'investigator'
    const start = { investigation_started: '2026-10-06T10:00' }
    const alone = [{ person: head.personId, part }]
    const group = [...alone, { person: senior.personId, part }]
    expect(await take(head, id, { done: true }, start, alone)).toMatchObject({ ok: false, code: 'people' })
    await expect(t.as(senior, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    expect(await take(head, id, { done: true }, start, group)).toMatchObject({ ok: true })
    expect(await take(head, id, { second: true })).toMatchObject({ ok: false, code: 'same_person' })
    expect(await take(senior, id, { second: true })).toMatchObject({ ok: true })
    expect(await stepsOf(senior, id)).toEqual(['computer'])
    expect(await take(coordinator, id, { answers: ['no'] })).toMatchObject({ ok: false, code: 'not_theirs' })
    // A group that is no longer complete does nothing more.
    const person = { part, personId: head.personId, described: null }
    const left = await t.as(coordinator, (tx) =>
      removeCasePerson(tx, coordinator, { recordId: id, person, reason: 'On leave' }),
    )
    expect(left.ok).toBe(true)
    expect(await take(senior, id, { answers: ['no'] })).toMatchObject({ ok: false, code: 'people' })
    await expect(t.as(teacher, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('lets the network manager in for the step that asks for one, and no longer', async () => {
    const { coordinator, technician, open } = await given()
    const { id } = await open('abuse_images')
    await expect(t.as(technician, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    await take(coordinator, id, { done: true })
    expect(await stepsOf(technician, id)).toEqual(['isolate'])
    expect(await take(technician, id, { notNeeded: true })).toMatchObject({ ok: true })
    await expect(t.as(technician, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('begins with a message that the nominated person reads, and the technical staff do not', async () => {
    const { organisation, coordinator, nominated, technician } = await given()
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 4 })
    const { id } = await t.as(pupil, (tx) =>
      tellConcern(tx, pupil, Buffer.alloc(32, 3), {
        schoolId: organisation.schoolId,
        reporterKind: 'pupil',
        body: 'Somebody wrote something nasty to me',
        aboutKind: 'unkind',
        inDanger: false,
        wantsAnswer: true,
      }),
    )
    await t.as(systemActor(organisation.organisationId, 'concerns'), (tx) => tellOfConcern(tx, id))
    const seenBy = async (person: PersonActor) =>
      (await t.as(person, (tx) => tx.selectFrom('app.concern').select('id').execute())).map((row) => row.id)
    expect(await Promise.all([coordinator, nominated, technician].map(seenBy))).toEqual([[id], [id], []])
  })
})
