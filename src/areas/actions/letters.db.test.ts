import { describe, expect, test } from 'vitest'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import type { Scalar } from '#pack/types/value.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-24T09:00:00Z')
const app = useApp(t, { sample: true })

async function given() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'independent-school')
  const staff = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 7 })
  const parent = await givenPerson(t, organisation, { kind: 'parent', name: 'Ines Hale', email: 'ines@hale.example' })
  await givenFamily(t, parent, pupil)
  return {
    organisation,
    pupil,
    parent,
    other: await givenPerson(t, organisation, { kind: 'parent', name: 'Otto Rund', email: 'otto@rund.example' }),
    lead: await staff('Tilda Marsh', ['online_safety_lead']),
    head: await staff('Vera Blom', ['head']),
    teacher: await staff('Greta Sand', []),
  }
}

const take = async (person: PersonActor, recordId: string, does: Does, fields: Record<string, Scalar>) => {
  const one = await t.as(person, (tx) => readCase(tx, recordId))
  return t.as(person, (tx) => takeStep(tx, person, { recordId, step: one.open[0]?.key ?? '', does, fields }))
}

const admit = async ({ organisation, lead, pupil }: Awaited<ReturnType<typeof given>>) => {
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      kind: 'admission',
      schoolId: organisation.schoolId,
      title: 'Robin Hale',
      category: null,
      occurredAt: null,
      fields: { mid_year: true },
      people: [{ part: 'new_student', personId: pupil.personId, described: null }],
    }),
  )
  const fields = { form_named: '7 Oak', return_by: '2026-12-04', answer_by: '2026-12-11', letter_sent_at: '2026-11-24' }
  expect(await take(lead, id, { done: true }, fields)).toMatchObject({ ok: true })
  return id
}

const lettersOf = ({ organisation }: Awaited<ReturnType<typeof given>>) =>
  t.as(systemActor(organisation.organisationId, 'tests'), async (tx) => ({
    mails: await tx
      .selectFrom('app.mail')
      .select(['to_address', 'subject', 'body'])
      .where('organisation_id', '=', organisation.organisationId)
      .where('subject', 'like', '%letter%')
      .execute(),
    records: await tx
      .selectFrom('app.record as r')
      .innerJoin('app.record_detail as d', 'd.record_id', 'r.id')
      .select(['r.id', 'r.kind', 'r.state', 'd.fields'])
      .where('r.organisation_id', '=', organisation.organisationId)
      .where('r.kind', 'like', 'sent%')
      .orderBy('r.kind')
      .execute(),
  }))

describe('a letter that a step writes', () => {
  test('is filled, kept, read by its reader and by those of the case, and the mail says only that it waits', async () => {
    const all = await given()
    await admit(all)
    const { mails, records } = await lettersOf(all)
    expect(records.map(({ kind, state }) => [kind, state])).toEqual([
      ['sent_letter_image_letter', 'closed'],
      ['sent_letter_parents_letter', 'closed'],
    ])
    expect(mails.map((mail) => mail.to_address)).toEqual(['ines@hale.example', 'ines@hale.example'])
    for (const { body } of mails) expect(body).not.toMatch(/Robin|agreement/)

    const id = records[1]?.id ?? ''
    const read = await app.get(`/written-letters/${id}`, all.parent)
    expect(read.text).toContain('Please read the agreement with Robin Hale (7 Oak)')
    expect(read.text).toContain('4 December 2026')
    expect((await app.get('/written-letters', all.parent)).text).toContain('Letter to parents with the slip')
    expect((await app.get(`/written-letters/${id}`, all.lead)).text).toContain('To Ines Hale')
    expect((await app.get(`/actions/${id}`, all.lead)).text).toContain('Read and print the letter')
    for (const nobody of [all.other, all.teacher, all.pupil])
      expect((await app.get(`/written-letters/${id}`, nobody)).status).toBe(404)
    expect((await app.get('/written-letters', all.other)).text).toContain('There is no letter for you')

    const pdf = await app.get(`/written-letters/${id}/letter.pdf`, all.parent)
    expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await app.get(`/written-letters/${id}/letter.pdf`, all.other)).status).toBe(404)
  })

  test('goes on paper, with its blanks named, where no mail can reach its reader', async () => {
    const all = await given()
    const adult = await givenPerson(t, all.organisation, { kind: 'parent', name: 'Bo Hale' })
    await givenFamily(t, adult, all.pupil)
    await admit(all)
    const { mails, records } = await lettersOf(all)
    expect([mails, records.map(({ state }) => state)]).toEqual([[], ['open', 'open']])
    const id = records[0]?.id ?? ''
    expect((await app.get(`/written-letters/${id}`, all.parent)).status).toBe(404)
    expect((await app.get(`/written-letters/${id}`, all.lead)).text).toContain('To Ines Hale and Bo Hale')
    expect(await take(all.lead, id, { done: true }, { handed_how: 'Given to both at the gate' })).toMatchObject({
      ok: true,
    })
    expect((await lettersOf(all)).records.map(({ state }) => state)).toEqual(['closed', 'open'])
  })
})
