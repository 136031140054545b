import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellOfConcern } from './index.ts'
import { readReceipt } from './receipt.ts'

describe('the pages of concerns', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    return {
      organisation,
      lead: await staff('Priya Raman', 'online_safety_lead'),
      teacher: await staff('Sam Pritchard'),
      head: await staff('Moira Tolland', 'head'),
      pupil: await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 }),
    }
  }

  const older = { about: 'contact', what: 'A man writes to me', danger: 'no', answer: 'yes' }

  /** Tells on the public page, and gives the receipt that the page shows. */
  async function tell(organisation: GivenOrganisation, fields: Record<string, string> = older) {
    const page = `/at/${organisation.slug}/tell/older`
    const answer = await app.browser().submit(page, page, fields)
    expect(answer.status).toBe(200)
    const shown = /kept-receipt__digits">([\d ]+)</.exec(answer.body)?.[1] ?? ''
    expect(shown).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    return { shown, receipt: readReceipt(shown) ?? '', answer }
  }

  const onlyConcern = async (organisation: GivenOrganisation) => {
    const rows = await t.peek<{
      id: string
      body: string
      reporter_kind: string
      about_kind: string
      in_danger: boolean
    }>('select id, body, reporter_kind, about_kind, in_danger from app.concern where organisation_id = $1', [
      organisation.organisationId,
    ])
    expect(rows).toHaveLength(1)
    return rows[0] ?? { id: '', body: '', reporter_kind: '', about_kind: '', in_danger: false }
  }

  test('let anybody choose who they are, and show the way out on each of them', async () => {
    const { organisation } = await given()
    const start = `/at/${organisation.slug}/tell`
    for (const path of ['', '/young', '/middle', '/older', '/parent', '/staff', '/someone', '/back', '/young/help']) {
      const page = await app.get(`${start}${path}`)
      expect(page.status, path).toBe(200)
      expect(page.text, path).toContain('Leave this page now')
      expect(page.headers['set-cookie'], path).toBeUndefined()
      expect(page.body, path).not.toContain('type="file"')
    }
    expect((await app.get('/at/no-such-school/tell')).status).toBe(404)
    expect((await app.get(`${start}/teacher`)).status).toBe(404)
  })

  test('offer children only what fits them, in easy words', async () => {
    const { organisation } = await given()
    const young = await app.get(`/at/${organisation.slug}/tell/young`)
    expect(young.text).toContain('Someone is being mean')
    expect(young.text).not.toMatch(/virus|attacks staff|offensive/i)
    expect((await app.get(`/at/${organisation.slug}/tell/staff`)).text).toContain('An offensive e-mail')
    const page = `/at/${organisation.slug}/tell/young`
    expect((await app.browser().submit(page, page, { about: 'virus' })).status).toBe(400)
  })

  test('let a small child tell with one picture and no word', async () => {
    const { organisation } = await given()
    const browser = app.browser()
    const page = `/at/${organisation.slug}/tell/young`
    const second = await browser.submit(page, page, { about: 'unkind' })
    expect(second.status).toBe(200)
    const form = second.form(page)
    expect(form.fields).toMatchObject({ step: '2', about: 'unkind' })
    const third = (await browser.post(page, { ...form.fields, danger: 'unsure' })).form(page)
    expect(third.fields).toMatchObject({ step: '3', about: 'unkind', danger: 'unsure' })
    const sent = await browser.post(page, { ...third.fields, answer: 'yes' })
    expect(sent.text).toContain('Call 999 now')
    expect(await onlyConcern(organisation)).toMatchObject({
      reporter_kind: 'pupil',
      about_kind: 'unkind',
      in_danger: true,
      body: '(Chose the picture and wrote nothing: Someone is being mean)',
    })
  })

  const seen = { ...older, about: 'seen_something', what: 'A video of a fight' }
  const optionsOf = (page: { body: string }) =>
    [...page.body.matchAll(/name="to" [^>]*value="([^"]+)"/g)].map((match) => match[1])

  test('ask whether it was by accident and whom to tell where the policy lets one choose, and send nothing before', async () => {
    const { organisation } = await given()
    await givenPerson(t, organisation, { kind: 'staff', name: 'Nia Okafor', posts: ['dsl'] })
    const page = `/at/${organisation.slug}/tell/older`
    const browser = app.browser()
    const more = await browser.submit(page, page, seen)
    expect(more.status).toBe(200)
    expect(more.text).toContain('Nothing has been sent yet')
    expect(more.text).toContain('Did you come across it by accident?')
    // Nobody knows the class teacher of somebody without a name.
    expect(optionsOf(more)).toEqual(['party/online_safety_lead', 'party/dsl'])
    expect(more.body).not.toContain('checked')
    const { fields } = more.form(page)
    expect((await browser.post(page, { ...fields, to: 'party/head' })).status).toBe(400)
    const sent = await browser.post(page, { ...fields, by_accident: 'yes', to: 'party/dsl' })
    expect(sent.text).toContain('We have got it')
    const { id } = await onlyConcern(organisation)
    expect(await t.peek('select by_accident, chosen from app.concern where id = $1', [id])).toEqual([
      { by_accident: true, chosen: ['party/dsl'] },
    ])
  })

  test('ask a small child the same in easy words, with a face for each grown-up, and take no answer', async () => {
    const { organisation } = await given()
    await givenPerson(t, organisation, { kind: 'staff', name: 'Nia Okafor', posts: ['dsl'] })
    const page = `/at/${organisation.slug}/tell/young`
    const browser = app.browser()
    const second = await browser.submit(page, page, { about: 'seen_something' })
    expect(second.text).toContain('Did you see it by accident?')
    expect(second.text).toContain('You are not in trouble.')
    const third = await browser.post(page, { ...second.form(page).fields, danger: 'no' })
    expect(third.text).toContain('The grown-up who keeps children safe')
    expect(optionsOf(third)).toEqual(['party/online_safety_lead', 'party/dsl', 'anybody'])
    const sent = await browser.post(page, { ...third.form(page).fields, to: 'anybody', answer: 'no' })
    expect(sent.text).toContain('Thank you for telling')
    const { id } = await onlyConcern(organisation)
    expect(await t.peek('select by_accident, chosen from app.concern where id = $1', [id])).toEqual([
      { by_accident: null, chosen: [] },
    ])
  })

  test('never offer the person whom it is about, but whoever stands in for them', async () => {
    const { organisation } = await given()
    const posts = ['chair_of_governors']
    await givenPerson(t, organisation, { kind: 'governor', name: 'Ruth Adeyemi', posts })
    const page = `/at/${organisation.slug}/tell/older`
    const fields = { ...older, about: 'other', about_posts: 'head' }
    const more = await app.browser().submit(page, page, fields)
    expect(more.text).toContain('Chair of governors')
    expect(more.body).not.toMatch(/name="to"[^>]*>\s*<label[^>]*>\s*Head\s*</)
  })

  test('collect every fault and keep what was typed', async () => {
    const { organisation } = await given()
    const page = `/at/${organisation.slug}/tell/older`
    const answer = await app.browser().submit(page, page, { what: 'Something half written' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Error: Tell us about something online')
    for (const says of ['Choose what it is about', 'in danger now. “Not sure”', 'Say whether you want an answer'])
      expect(answer.text).toContain(says)
    expect(answer.form(page).fields.what).toBe('Something half written')
    const middle = `/at/${organisation.slug}/tell/middle`
    expect((await app.browser().submit(middle, middle, { about: 'unkind' })).text).toContain('Say in a few words')
  })

  test('make one concern of a form that is sent twice, and show the same receipt', async () => {
    const { organisation } = await given()
    const page = `/at/${organisation.slug}/tell/older`
    const browser = app.browser()
    const { fields } = (await browser.get(page)).form(page)
    const digits = async () => {
      const sent = await browser.post(page, { ...fields, ...older })
      return /kept-receipt__digits">([\d ]+)</.exec(sent.body)?.[1]
    }
    const first = await digits()
    expect(first).toBeDefined()
    expect(await digits()).toBe(first)
    await onlyConcern(organisation)
  })

  test('open the conversation to the receipt, in any way of writing it, and take more', async () => {
    const { organisation, lead } = await given()
    const { shown } = await tell(organisation)
    const { id } = await onlyConcern(organisation)
    await t.as(systemActor(organisation.organisationId, 'concerns'), (tx) => tellOfConcern(tx, id))
    expect((await app.post(`/concerns/${id}/reply`, { reply: 'Thank you. Do you know him?' }, lead)).status).toBe(303)
    expect((await app.post(`/concerns/${id}/note`, { note: 'Ask the tutor' }, lead)).status).toBe(303)
    const back = `/at/${organisation.slug}/tell/back`
    const browser = app.browser()
    const talk = await browser.submit(back, back, { receipt: shown.replaceAll(' ', '-') })
    expect(talk.status).toBe(200)
    expect(talk.text).toContain('A man writes to me')
    expect(talk.text).toContain('It has arrived')
    expect(talk.text).toContain('Do you know him?')
    expect(talk.text).not.toMatch(/Ask the tutor|Priya|Raman/)
    expect(talk.headers['set-cookie']).toBeUndefined()
    const write = `${back}/write`
    const form = talk.form(write)
    expect((await browser.post(write, form.fields)).status).toBe(400)
    const sent = await browser.post(write, { ...form.fields, message: 'No, from a game' })
    expect(sent.text).toContain('Your message has been sent')
    await browser.post(write, { ...form.fields, message: 'No, from a game' })
    expect((await app.get(`/concerns/${id}`, lead)).body.match(/No, from a game/g)).toHaveLength(1)
  })

  test('answer a wrong receipt kindly, and stop guessing for a minute for the whole organisation', async () => {
    const { organisation } = await given()
    const { shown } = await tell(organisation)
    const back = `/at/${organisation.slug}/tell/back`
    const send = (receipt: string) => app.post(back, { receipt }, null)
    expect((await send('12')).text).toContain('16 numbers')
    const wrong = await send('1234 5678 9012 3456')
    expect(wrong.status).toBe(404)
    expect(wrong.text).toContain('you can tell us again')
    for (let tries = 1; tries < 60; tries += 1) await send(String(tries).padStart(16, '7'))
    expect((await send(shown)).status).toBe(429)
    const other = await given()
    expect((await app.post(`/at/${other.organisation.slug}/tell/back`, { receipt: shown }, null)).status).toBe(404)
    t.clock.advance({ minutes: 1 })
    expect((await send(shown)).status).toBe(200)
  })

  test('let somebody signed in tell with their name, and read the conversation, which nobody else can', async () => {
    const { organisation, pupil, teacher, lead } = await given()
    const choice = await app.get('/tell', pupil)
    expect(choice.text).toContain('Tell without my name')
    expect(choice.body).toContain(`/at/${organisation.slug}/tell/older`)
    expect(choice.body).not.toContain('checked')
    const { fields } = (await app.get('/tell/named', pupil)).form('/tell/named')
    expect((await app.post('/tell/named', { ...fields, ...older }, pupil)).status).toBe(200)
    const { id } = await onlyConcern(organisation)
    expect((await app.get(`/tell/mine/${id}`, pupil)).text).toContain('A man writes to me')
    expect((await app.post(`/tell/mine/${id}`, { message: 'One more thing' }, pupil)).status).toBe(303)
    for (const who of [teacher, lead]) expect((await app.get(`/tell/mine/${id}`, who)).status).toBe(404)
    expect((await app.post(`/tell/mine/${id}`, { message: 'x' }, teacher)).status).toBe(404)
    expect((await app.get(`/concerns/${id}`, lead)).text).toContain('Leila Haddad')
    await app.post(`/concerns/${id}/reply`, { reply: 'We will talk tomorrow' }, lead)
    expect((await app.get('/notices', pupil)).body).toContain(`/tell/mine/${id}`)
    expect((await app.get('/tell', pupil)).text).toContain('Answered')
  })

  test('show a concern to its circle, write the look down, and are not there for anybody else', async () => {
    const { organisation, lead, teacher, pupil, head } = await given()
    await tell(organisation)
    const { id } = await onlyConcern(organisation)
    expect((await app.get('/concerns', lead)).text).toContain('A man writes to me')
    expect((await app.get('/concerns?words=writes', lead)).text).toContain('A man writes to me')
    expect((await app.get('/concerns', teacher)).text).not.toContain('A man writes to me')
    expect((await app.get('/concerns?words=writes', teacher)).text).not.toContain('A man writes to me')
    expect((await app.get(`/concerns/${id}`, lead)).status).toBe(200)
    expect(
      await t.peek(`select actor_person_id from app.ledger_entry where chain = 'read' and subject_id = $1`, [id]),
    ).toEqual([{ actor_person_id: lead.personId }])
    const stranger = (await given()).lead
    const status = async (who: PersonActor, path: string) => (await app.get(path, who)).status
    const said = { reply: 'x', note: 'x', staff: 'x', reason: 'x', answer: 'x' }
    for (const who of [teacher, stranger]) {
      expect(await status(who, `/concerns/${id}`)).toBe(404)
      expect(await status(who, `/concerns/${id}/close`)).toBe(404)
      for (const action of ['take', 'reply', 'note', 'staff', 'close'])
        expect((await app.post(`/concerns/${id}/${action}`, said, who)).status).toBe(404)
    }
    expect(await status(pupil, '/concerns')).toBe(403)
    const csv = await app.get('/concerns.csv', lead)
    expect(csv.body).toContain('Pupil, without a name')
    expect(csv.body).not.toContain('A man writes')
    expect((await app.post(`/concerns/${id}/staff`, { staff: 'Moira Tolland' }, lead)).status).toBe(303)
    expect(await status(head, `/concerns/${id}`)).toBe(404)
  })

  test('are taken, answered and closed', async () => {
    const { organisation, lead } = await given()
    const { shown } = await tell(organisation)
    const { id } = await onlyConcern(organisation)
    await app.post(`/concerns/${id}/take`, {}, lead)
    expect((await app.get('/concerns?view=mine', lead)).text).toContain('A man writes to me')
    expect((await app.post(`/concerns/${id}/close`, { reason: 'Talked' }, lead)).text).toContain('wants an answer')
    await app.post(`/concerns/${id}/close`, { reason: 'Talked', answer: 'We talked with you. It is over.' }, lead)
    const back = `/at/${organisation.slug}/tell/back`
    const talk = await app.post(back, { receipt: shown }, null)
    expect(talk.text).toContain('It is over.')
    expect(talk.text).not.toContain('Talked"')
    expect(talk.text).toContain('The school has finished with it')
  })

  test('refuse a form that another site sends', async () => {
    const { organisation } = await given()
    const page = `/at/${organisation.slug}/tell/older`
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await app.post(page, older, null, { headers })).status).toBe(403)
  })
})
