import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { closeRecord, openRecord, readCase, takeStep } from './index.ts'

describe('a case', () => {
  const t = useDatabase()

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const lead = await givenPerson(t, organisation, {
      kind: 'staff',
      name: 'Priya Raman',
      posts: ['online_safety_lead'],
    })
    const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard' })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
    const open = (people: { part: string; personId: string }[]) =>
      t.as(lead, (tx) =>
        openRecord(tx, lead, {
          kind: 'incident',
          schoolId: organisation.schoolId,
          title: 'Unkind group chat',
          category: 'bullying',
          occurredAt: null,
          fields: {},
          people: people.map((one) => ({ ...one, described: null })),
        }),
      )
    return { organisation, lead, head, teacher, pupil, open }
  }

  test('is walked along the chart of the policy, each answer with who and when', async () => {
    const { lead, pupil, open } = await given()
    const { id, reference } = await open([{ part: 'victim', personId: pupil.personId }])
    expect(reference).toBe('INC-0001')
    const before = await t.as(lead, (tx) => readCase(tx, id))
    const [triage] = before.open
    expect(triage?.stepId).toBe('triage')
    const taken = await t.as(lead, (tx) =>
      takeStep(tx, lead, {
        recordId: id,
        step: triage?.key ?? '',
        does: { answers: ['illegal_suspected'] },
        note: 'A screenshot was described',
      }),
    )
    expect(taken.ok).toBe(true)
    const after = await t.as(lead, (tx) => readCase(tx, id))
    expect(after.filesLocked).toBe(true)
    expect(after.open.map((step) => step.stepId)).toContain('police')
    expect(after.run.events).toMatchObject([{ kind: 'answered', by: lead.personId, answers: ['illegal_suspected'] }])
  })

  test('cannot be closed while a mandatory step stands open', async () => {
    const { lead, open } = await given()
    const { id } = await open([])
    await expect(t.as(lead, (tx) => closeRecord(tx, lead, { recordId: id, outcome: 'none' }))).rejects.toMatchObject({
      code: 'record.close.open_step',
    })
  })

  test('is unknown to staff outside its circle, to a named member of staff and to another organisation', async () => {
    const { lead, head, teacher, open } = await given()
    const { id } = await open([{ part: 'named_staff', personId: head.personId }])
    for (const somebody of [teacher, head]) {
      await expect(
        t.as(somebody, (tx) => readCase(tx, id)),
        somebody.personId,
      ).rejects.toMatchObject({ name: 'NotFound' })
    }
    const stranger = (await given()).lead
    await expect(t.as(stranger, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    expect((await t.as(lead, (tx) => readCase(tx, id))).reference).toBe('INC-0001')
  })

  test('about the head goes to the chair of governors', async () => {
    const { organisation, head, open } = await given()
    const chair = await givenPerson(t, organisation, {
      kind: 'governor',
      name: 'Ruth Adeyemi',
      posts: ['chair_of_governors'],
    })
    const { id } = await open([{ part: 'named_staff', personId: head.personId }])
    expect((await t.as(chair, (tx) => readCase(tx, id))).circle).toContain('incident_about_head')
    const other = await open([])
    await expect(t.as(chair, (tx) => readCase(tx, other.id))).rejects.toMatchObject({ name: 'NotFound' })
  })
})
