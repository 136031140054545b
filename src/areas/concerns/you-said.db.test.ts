import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { closeConcern, decideYouSaid, tellConcern, writeYouSaid } from './index.ts'

describe('you said, we did', () => {
  const t = useDatabase()
  const app = useApp(t)
  const people: Record<'lead' | 'dsl' | 'teacher' | 'pupil' | 'parent', PersonActor> = Object.create(null)
  let organisation: GivenOrganisation
  let closed = ''
  let open = ''

  beforeAll(async () => {
    organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const given = (kind: 'staff' | 'pupil' | 'parent', name: string, ...posts: string[]) =>
      givenPerson(t, organisation, { kind, name, posts })
    people.lead = await given('staff', 'Priya Raman', 'online_safety_lead')
    people.dsl = await given('staff', 'Nia Okafor', 'dsl')
    people.teacher = await given('staff', 'Sam Pritchard')
    people.pupil = await given('pupil', 'Will Haddad')
    people.parent = await given('parent', 'Rania Haddad')
    const nobody = anonymousActor(organisation.organisationId)
    const tell = async () =>
      (
        await t.as(nobody, (tx) =>
          tellConcern(tx, nobody, Buffer.alloc(32, 3), {
            schoolId: organisation.schoolId,
            reporterKind: 'anonymous',
            body: 'There is a group',
            aboutKind: 'unkind',
            inDanger: false,
            wantsAnswer: false,
          }),
        )
      ).id
    closed = await tell()
    open = await tell()
    await t.as(people.lead, (tx) => closeConcern(tx, people.lead, { concernId: closed, reason: 'Gone', answer: '' }))
  })

  const text = { said: 'Some of you told us of an unkind group', did: 'We will talk about groups in each class' }
  const write = (who: PersonActor, more: Partial<Parameters<typeof writeYouSaid>[2]> = {}) =>
    t.as(who, (tx) =>
      writeYouSaid(tx, who, { ...text, readers: ['pupil', 'parent'], concernIds: [closed], noNames: false, ...more }),
    )

  test('is written by one, looked at by another, and then read by those whom it is for and by nobody before', async () => {
    const { lead, dsl, teacher, pupil, parent } = people
    const faults = await app.post('/concerns/you-said/new', { said: '', did: '' }, lead)
    expect([faults.status, faults.text.includes('Say what was done')]).toEqual([400, true])
    const kept = await app.post(
      '/concerns/you-said/new',
      { ...text, readers: ['pupil', 'parent'], concerns: closed },
      lead,
    )
    expect(kept.status).toBe(303)
    const [row] = await t.peek<{ id: string }>('select id from app.you_said')
    const decide = (who: PersonActor) => app.post(`/concerns/you-said/${row?.id}/decide`, { to: 'shown' }, who)
    for (const path of ['/you-said', `/at/${organisation.slug}/tell/you-said`])
      expect((await app.get(path, path === '/you-said' ? pupil : null)).text).not.toContain('unkind group')
    expect((await decide(lead)).status).toBeGreaterThanOrEqual(400)
    expect((await decide(teacher)).status).toBe(404)
    expect((await decide(dsl)).status).toBe(303)
    for (const who of [pupil, parent]) expect((await app.get('/you-said', who)).text).toContain('unkind group')
    // It is not for staff, nor does anybody read who wrote it or what it is about.
    expect((await app.get('/you-said', teacher)).text).not.toContain('unkind group')
    const shown = await app.get(`/at/${organisation.slug}/tell/you-said`)
    expect(shown.text).toContain('We will talk about groups in each class')
    expect(shown.text).not.toContain('Priya')
    expect(shown.body).not.toContain(closed)
    await app.post(`/concerns/you-said/${row?.id}/decide`, { to: 'withdrawn', reason: 'Too close to one child' }, dsl)
    expect((await app.get('/you-said', pupil)).text).not.toContain('unkind group')
  })

  test('names nobody: a whole name never, a word that may be one only when its writer says that it is none', async () => {
    const { lead } = people
    await expect(write(lead, { said: 'Priya Raman was told of a group' })).rejects.toMatchObject({
      code: 'you_said.name',
    })
    await expect(write(lead, { said: 'Haddad and others', noNames: true })).resolves.toMatch(/-/)
    await expect(write(lead, { did: 'Will this go on? No.' })).rejects.toMatchObject({ code: 'you_said.maybe_name' })
    await write(lead, { did: 'Will this go on? No.', noNames: true })
    const doubtful = await t.peek<{ doubtful: string[] }>("select doubtful from app.you_said where did like 'Will%'")
    expect(doubtful).toEqual([{ doubtful: ['Will'] }])
    expect((await app.get('/concerns/you-said', people.dsl)).text).toContain('The writer says that these are not names')
  })

  test('comes from closed concerns that one may see, and only a second person decides, even past the page', async () => {
    const { lead, teacher } = people
    await expect(write(lead, { concernIds: [open] })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(write(teacher)).rejects.toMatchObject({ name: 'NotFound' })
    const id = await write(lead)
    await expect(t.as(lead, (tx) => decideYouSaid(tx, lead, { id, to: 'shown', reason: '' }))).rejects.toMatchObject({
      code: 'you_said.own',
    })
    await expect(
      t.as(lead, (tx) =>
        tx
          .updateTable('app.you_said')
          .set({ state: 'shown', decided_by: lead.personId, decided_at: '2026-11-23T10:00:00Z' })
          .where('organisation_id', '=', organisation.organisationId)
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
