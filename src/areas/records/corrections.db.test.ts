import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { toldNow } from '#tests/support/told.ts'
import {
  addCasePeople,
  closeRecord,
  moveRecord,
  openRecord,
  readCase,
  removeCasePerson,
  takeStep,
  voidRecord,
  writeFields,
} from './index.ts'

const t = useDatabase()

async function given() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const person = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const lead = await person('Priya Raman', ['online_safety_lead'])
  const head = await person('Moira Tolland', ['head'])
  const network = await person('Joss Wetherby', ['network_manager'])
  const teacher = await person('Sam Pritchard', [])
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
  await givenClass(organisation, teacher.personId, pupil.personId)
  const open = (people: { part: string; personId: string }[] = []) =>
    t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title: 'Unkind group chat',
        category: 'unkind_message',
        occurredAt: null,
        fields: { happened_at: '2026-11-20T14:30', details: 'A secret of the case' },
        people: people.map((one) => ({ ...one, described: null })),
      }),
    )
  const step = async (recordId: string, key: string, does: Parameters<typeof takeStep>[2]['does'], more = {}) =>
    t.as(lead, (tx) => takeStep(tx, lead, { recordId, step: key, does, ...more }))
  const read = (recordId: string) => t.as(lead, (tx) => readCase(tx, recordId))
  return { organisation, lead, head, network, teacher, pupil, open, step, read }
}

async function givenClass(organisation: { organisationId: string; schoolId: string }, teacher: string, pupil: string) {
  const { organisationId, schoolId } = organisation
  const classId = newId()
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    await tx
      .insertInto('app.class')
      .values({
        organisation_id: organisationId,
        id: classId,
        school_id: schoolId,
        name: '8B',
        kind: 'homeroom',
        school_year: 2026,
        from_on: '2026-09-01',
      })
      .execute()
    await tx
      .insertInto('app.class_member')
      .values(
        [
          { person_id: teacher, part: 'teacher' },
          { person_id: pupil, part: 'pupil' },
        ].map((one) => ({
          organisation_id: organisationId,
          id: newId(),
          class_id: classId,
          from_on: '2026-09-01',
          ...one,
        })),
      )
      .execute()
  })
}

const TRIAGE = 'incident:chart:1.illegal:triage:1'

describe('a correction', () => {
  test('needs a reason, keeps what stood there, and leaves the files locked', async () => {
    const { open, step, read } = await given()
    const { id } = await open()
    await step(id, TRIAGE, { answers: ['illegal_suspected'] })
    expect(await step(id, TRIAGE, { answers: ['not_illegal'] })).toMatchObject({ ok: false, code: 'needs_reason' })
    const taken = await step(id, TRIAGE, { answers: ['not_illegal'] }, { reason: 'It was a drawing' })
    expect(taken).toMatchObject({ ok: true, reversed: [{ stepId: 'triage', effect: { lock: 'files' } }] })
    const after = await read(id)
    expect(after.run.events).toMatchObject([
      { answers: ['illegal_suspected'] },
      { answers: ['not_illegal'], corrects: 1, reason: 'It was a drawing' },
    ])
    expect(after.filesLocked).toBe(true)
  })

  test('takes back what was recorded by mistake, and the step is open again', async () => {
    const { open, step, read } = await given()
    const { id } = await open()
    await step(id, TRIAGE, { answers: ['not_illegal'] })
    await step(id, TRIAGE, { takenBack: true }, { reason: 'Wrong case' })
    const after = await read(id)
    expect(after.open.filter((one) => !one.early).map((one) => one.stepId)).toEqual(['triage'])
    expect(after.run.events).toHaveLength(2)
  })
})

describe('people of a case', () => {
  test('are taken out with a reason; the wall comes down and the case returns to its circle', async () => {
    const { head, lead, open, read } = await given()
    const { id } = await open([{ part: 'named_staff', personId: head.personId }])
    await expect(t.as(head, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    const person = { part: 'named_staff', personId: head.personId, described: null }
    const remove = (reason: string) => t.as(lead, (tx) => removeCasePerson(tx, lead, { recordId: id, person, reason }))
    expect(await remove(' ')).toMatchObject({ ok: false, code: 'needs_reason' })
    expect(await remove('Another person of the same name')).toMatchObject({ ok: true })
    expect((await read(id)).circle).toMatch(/^incident:/)
    expect((await t.as(head, (tx) => readCase(tx, id))).people).toEqual([])
    expect(await remove('Again')).toMatchObject({ ok: false, code: 'people' })
    expect(
      await t.peek('select removed_at is not null as gone from app.record_person where record_id = $1', [id]),
    ).toEqual([{ gone: true }])
  })

  test('who are named in an answer are walled at once', async () => {
    const { head, open, step } = await given()
    const { id } = await open()
    await step(
      id,
      TRIAGE,
      { answers: ['not_illegal'] },
      {
        people: [{ person: head.personId, part: 'named_staff' }],
      },
    )
    await expect(t.as(head, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('beside the circle', () => {
  test('whom an open step asks for sees the case while it is open, and not after', async () => {
    const { network, head, open, step } = await given()
    const { id } = await open()
    const see = () => t.as(network, (tx) => readCase(tx, id))
    await step(id, TRIAGE, { answers: ['illegal_found'] })
    await expect(see()).rejects.toMatchObject({ name: 'NotFound' })
    const flow = 'incident:chart:1.illegal'
    const fields = { device_taken: 'A phone', device_held_by: 'Safe' }
    await step(id, `${flow}:police:1`, { answers: ['no_other_advice'] }, { fields, told: [toldNow('party/police')] })
    await step(id, `${flow}:confiscate:1`, { done: true }, { fields })
    await step(id, `${flow}:network:1`, { answers: ['yes'] })
    const open_ = (await see()).open.find((one) => one.stepId === 'disable')
    expect(open_?.key).toBe(`${flow}:disable:1`)
    // They take that step and change nothing else: neither who is in the case nor its chart nor its end.
    const other = { part: 'named_staff', personId: head.personId, described: null }
    for (const alter of [
      () => t.as(network, (tx) => addCasePeople(tx, network, { recordId: id, people: [other] })),
      () => t.as(network, (tx) => removeCasePerson(tx, network, { recordId: id, person: other, reason: 'Mine' })),
      () => t.as(network, (tx) => moveRecord(tx, network, { recordId: id, to: 'flow/non_illegal', reason: 'Mine' })),
      () => t.as(network, (tx) => closeRecord(tx, network, { recordId: id, outcome: 'Mine' })),
    ])
      await expect(alter()).rejects.toMatchObject({ name: 'Forbidden' })
    const asked = Object.fromEntries((open_?.fields ?? []).map((field) => [field.id, 'Written down']))
    const taken = await t.as(network, (tx) =>
      takeStep(tx, network, { recordId: id, step: `${flow}:disable:1`, does: { done: true }, fields: asked }),
    )
    expect(taken).toMatchObject({ ok: true })
    await expect(see()).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('the class teacher is told the fields of the pack’s sight, and nothing else of the case', async () => {
    const { lead, teacher, pupil, open } = await given()
    const { id } = await open([{ part: 'victim', personId: pupil.personId }])
    const notes = () =>
      t.as(teacher, (tx) => tx.selectFrom('app.record_notice').select(['pupil_id', 'lines']).execute())
    expect(await notes()).toEqual([])
    const write = (words: string) =>
      t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { for_class_teacher: words } }))
    await write('Sit with her at break')
    await write('Sit with her at break')
    const [note, ...more] = await notes()
    expect(more).toEqual([])
    expect(note?.pupil_id).toBe(pupil.personId)
    expect(note?.lines).toMatchObject([{ id: 'happened_at' }, { id: 'kind' }, { id: 'for_class_teacher' }])
    expect(JSON.stringify(note)).not.toContain('secret')
    await expect(t.as(teacher, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { made_up: 'x' } })),
    ).rejects.toMatchObject({ code: 'record.field.unknown' })
  })

  test('a class teacher who is named in the case is not told', async () => {
    const { lead, teacher, pupil, open } = await given()
    const { id } = await open([
      { part: 'victim', personId: pupil.personId },
      { part: 'named_staff', personId: teacher.personId },
    ])
    await t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { for_class_teacher: 'Be kind' } }))
    expect(await t.peek('select id from app.record_notice where record_id = $1', [id])).toEqual([])
  })
})

describe('voiding a record', () => {
  test('keeps everything, wants a reason, and is for those who handle records of its kind', async () => {
    const { lead, head, teacher, open, read } = await given()
    const { id } = await open()
    const voided = (actor: typeof lead, reason: string) =>
      t.as(actor, (tx) => voidRecord(tx, actor, { recordId: id, reason }))
    await expect(voided(teacher, 'x')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(voided(head, ' ')).rejects.toMatchObject({ code: 'record.void.no_reason' })
    await voided(head, 'Opened twice')
    expect(await read(id)).toMatchObject({ state: 'voided', voidReason: 'Opened twice', title: 'Unkind group chat' })
    await expect(voided(lead, 'Again')).rejects.toMatchObject({ code: 'record.void.again' })
  })
})
