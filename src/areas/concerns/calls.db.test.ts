import { describe, expect, test } from 'vitest'
import { callInOrder } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { nameStaff, tellConcern, tellOfConcern } from './index.ts'

const RULE = 'notify/danger_now'

describe('danger now', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const nobody = anonymousActor(organisation.organisationId)
    const system = systemActor(organisation.organisationId, 'tests')
    const people = {
      dsl: await staff('Nia Okafor', 'dsl'),
      head: await staff('Moira Tolland', 'head'),
      lead: await staff('Priya Raman', 'online_safety_lead'),
      chair: await givenPerson(t, organisation, {
        kind: 'governor',
        name: 'Ruth Adeyemi',
        posts: ['chair_of_governors'],
      }),
      teacher: await staff('Sam Pritchard'),
    }
    const tell = async (inDanger = true) => {
      const { id } = await t.as(nobody, (tx) =>
        tellConcern(tx, nobody, Buffer.alloc(32, 3), {
          schoolId: organisation.schoolId,
          reporterKind: 'anonymous',
          body: 'She is alone at the station and a man is waiting for her',
          aboutKind: 'contact',
          inDanger,
          wantsAnswer: true,
        }),
      )
      await t.as(system, (tx) => tellOfConcern(tx, id))
      return id
    }
    const turn = (id: string) => t.as(system, (tx) => callInOrder(tx, { rule: RULE, subject: { kind: 'concern', id } }))
    const nameOf = (id: string) => Object.entries(people).find(([, one]) => one.personId === id)?.[0] ?? id
    const called = async (id: string) =>
      (
        await t.peek<{ person_id: string }>(
          'select person_id from app.notice_call where subject_id = $1 order by number, id',
          [id],
        )
      ).map((row) => nameOf(row.person_id))
    return { organisation, ...people, tell, turn, called }
  }
  const later = (minutes: number) => t.clock.set(t.clock.now().add({ minutes }))
  const banner = async (who: PersonActor) => (await app.get('/notices', who)).text.includes('Read it and take it')

  test('calls one after the other, each after ten minutes, round and round until somebody takes it', async () => {
    const { tell, turn, called, dsl, head, lead, chair, teacher } = await given()
    const id = await tell()
    expect(await called(id)).toEqual(['dsl'])
    expect(await banner(dsl)).toBe(true)
    expect(await banner(head)).toBe(false)
    later(9)
    expect(await turn(id)).toBe(0)
    expect(await called(id)).toEqual(['dsl'])
    later(1)
    expect(await turn(id)).toBe(1)
    // The same turn twice, as when a job runs again, calls nobody twice.
    expect(await turn(id)).toBe(0)
    for (const minutes of [10, 10, 10]) {
      later(minutes)
      await turn(id)
    }
    // The deputy's post is vacant and the head, who stands in, has been called: their turn is passed over.
    expect(await called(id)).toEqual(['dsl', 'head', 'lead', 'chair', 'dsl'])
    for (const who of [dsl, head, lead, chair]) expect(await banner(who)).toBe(true)
    expect(await banner(teacher)).toBe(false)

    // Whoever was called reads what was told, the chair too, who reads no concern otherwise.
    const page = await app.get(`/concerns/${id}/call`, chair)
    expect(page.text).toContain('She is alone at the station')
    expect(page.text).toContain('Nobody has taken it yet')
    expect((await app.get(`/concerns/${id}/call`, teacher)).status).toBe(404)

    await app.post(`/concerns/${id}/take`, {}, head)
    later(15)
    expect(await turn(id)).toBe(0)
    expect(await called(id)).toHaveLength(5)
    for (const who of [dsl, head, lead, chair]) expect(await banner(who)).toBe(false)
    expect((await app.get(`/concerns/${id}/call`, dsl)).text).toContain('Moira Tolland has taken it')
    expect((await app.get(`/concerns/${id}`, dsl)).text).toContain('Who was called')
    const [ledger] = await t.peek<{ calls: number }>(
      "select count(*)::int as calls from app.ledger_entry where subject_id = $1 and code = 'notice.called'",
      [id],
    )
    expect(ledger?.calls).toBe(5)
  })

  test('never calls somebody whom it names, and calls on when whoever took it turns out to be named', async () => {
    const { tell, turn, called, dsl, head } = await given()
    const id = await tell()
    await app.post(`/concerns/${id}/take`, {}, dsl)
    await t.as(head, (tx) => nameStaff(tx, head, { concernId: id, personIds: [dsl.personId] }))
    for (let round = 0; round < 8; round += 1) {
      later(10)
      await turn(id)
    }
    const all = await called(id)
    expect(all[0]).toBe('dsl')
    expect(all.slice(1)).not.toContain('dsl')
    expect(all.slice(1)).toContain('head')
    expect(await banner(dsl)).toBe(false)
  })

  test('shows a child whom to call as soon as they say so, and is sent from there without another question', async () => {
    const { organisation, dsl } = await given()
    const page = `/at/${organisation.slug}/tell/middle`
    const browser = app.browser()
    const first = await browser.submit(page, page, { about: 'contact', what: 'He waits for me outside' })
    // What stands beside the question shows when yes is chosen; a page later it is over everything else.
    expect(first.body).toMatch(/<fieldset.*kept-now.*999.*<\/fieldset>/s)
    const { fields } = first.form(page)
    const third = await browser.post(page, { ...fields, danger: 'yes' })
    expect(third.text).toMatch(/Call 999 now.*Send this now.*Do you want an answer/)
    // The enter key presses the first button of a form: without danger it leads to the next page as ever.
    expect((await browser.post(page, { ...fields, danger: 'no', now: 'yes' })).form(page).fields.step).toBe('3')
    const sent = await browser.post(page, { ...fields, danger: 'yes', now: 'yes' })
    expect(sent.text).toContain('We have got it')
    const told = await t.peek('select in_danger, wants_answer from app.concern where organisation_id = $1', [
      organisation.organisationId,
    ])
    expect(told).toEqual([{ in_danger: true, wants_answer: true }])
    expect((await app.get('/concerns', dsl)).text).toContain('Somebody may be in danger now')
  })

  test('calls nobody when nobody is in danger', async () => {
    const { tell, called, dsl } = await given()
    const id = await tell(false)
    expect(await called(id)).toEqual([])
    expect(await banner(dsl)).toBe(false)
  })
})
