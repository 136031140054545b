import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { givenSchool, issueIn, requestOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signAgreement } from './index.ts'

const t = useDatabase()
const app = useApp(t)

describe('the lists of agreements', () => {
  let lead: PersonActor
  let mother: PersonActor
  let elsewhere: PersonActor
  const classId = newId()

  beforeAll(async () => {
    const school = await givenSchool(t)
    await issueIn(t, school.organisation)
    elsewhere = (await givenSchool(t)).lead
    lead = school.lead
    mother = school.mother
    const { organisationId, schoolId } = school.organisation
    const day = '2026-09-01'
    await t.as(systemActor(organisationId, 'tests'), async (tx) => {
      const own = { organisation_id: organisationId, from_on: day }
      await tx
        .insertInto('app.class')
        .values({ ...own, id: classId, school_id: schoolId, name: '5M', kind: 'homeroom', school_year: 2026 })
        .execute()
      for (const pupil of [school.kofi, school.other])
        await tx
          .insertInto('app.class_member')
          .values({ ...own, id: newId(), class_id: classId, person_id: pupil.personId, part: 'pupil' })
          .execute()
    })
    const requestId = await requestOf(t, school.kofi, 'primary_rules')
    await t.as(mother, (tx) => signAgreement(tx, mother, { requestId, typedName: 'A Name' }))
  })

  const names = async (query: string) =>
    [...(await app.get(`/agreements${query}`, lead)).body.matchAll(/href="\/agreements\/people\/[^"]+">([^<]+)</g)].map(
      (match) => match[1] ?? '',
    )

  test('run by family name, both ways, and by the day on which they are wanted', async () => {
    const up = await names('')
    expect(up).toEqual(up.toSorted())
    expect(await names('?sort=-name')).toEqual(up.toReversed())
    const page = await app.get('/agreements?sort=due', lead)
    expect(page.body).toContain('aria-sort="ascending"><a href="/agreements?sort=-due">Standing</a>')
    expect(page.text).toContain('agreements, wanted first, first.')
  })

  test('by class have ticks for reminders and class lists', async () => {
    const page = await app.get('/agreements/classes', lead)
    expect(page.body).toContain(`value="${classId}"`)
    expect(page.text).toContain('1 class.')
    const none = await app.post('/agreements/classes/chosen', { do: 'remind' }, lead)
    expect([none.status, none.location]).toEqual([303, '/agreements/classes'])
  })

  test('say how many a reminder of whole classes reaches before it is sent', async () => {
    const fields = { ids: classId, do: 'remind', assent: 'primary_rules' }
    const preview = await app.post('/agreements/classes/chosen', fields, lead)
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Nothing has been sent yet')
    expect(preview.body.match(/name="ids"/g)).toHaveLength(1)
    expect((await app.post('/agreements/classes/chosen', fields, mother)).status).toBe(403)
    const foreign = await app.post('/agreements/classes/chosen', fields, elsewhere)
    expect(foreign.body).not.toContain('name="ids"')
  })

  test('print as class lists: the pupils by name, and how each agreement stands', async () => {
    const sent = await app.post('/agreements/classes/chosen', { ids: classId, do: 'print' }, lead)
    expect(sent.location).toBe(`/agreements/classes/print?ids=${classId}`)
    const paper = await app.get(sent.location ?? '', lead)
    expect(paper.text).toContain('1 class, as it stands on')
    expect(paper.text).toMatch(/Mensah, Kofi.*Signed/s)
    expect(paper.text).toContain('Zhou, Mei')
    expect((await app.get(sent.location ?? '', elsewhere)).text).not.toContain('Mensah')
    expect((await app.get('/agreements/print?view=signed', lead)).text).toContain('1 agreement, as it stands on')
  })
})
