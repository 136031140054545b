import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellByMonitoring } from './index.ts'

describe('what a member of staff writes down for somebody', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    return {
      organisation,
      lead: await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] }),
      teacher: await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard' }),
      pupil: await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 3 }),
    }
  }
  const call = {
    came: 'phone',
    kind: 'parent',
    told_by: 'Her aunt, rings back at five',
    what: 'He will not stop writing',
  }
  const rest = { about: 'contact', danger: 'no', answer: 'yes' }
  const only = async (organisationId: string) =>
    (
      await t.peek<{ id: string; came_by: string; reporter_kind: string }>(
        'select id, came_by, reporter_kind from app.concern where organisation_id = $1',
        [organisationId],
      )
    )[0] ?? { id: '', came_by: '', reporter_kind: '' }

  test('says how it came and who told, to those who look after it; its writer has no look at it afterwards', async () => {
    const { organisation, lead, teacher, pupil } = await given()
    const browser = await app.signedIn(teacher)
    const faults = await browser.submit('/tell/for', '/tell/for', { what: 'x' })
    expect(faults.status).toBe(400)
    expect(faults.text).toContain('Say how they told you')
    const sent = await browser.submit('/tell/for', '/tell/for', { ...call, ...rest })
    const receipt = /digits">([\d ]+)</.exec(sent.body)?.[1] ?? ''
    expect(receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    const { id, ...kept } = await only(organisation.organisationId)
    expect(kept).toEqual({ came_by: 'phone', reporter_kind: 'parent' })
    const shown = await app.get(`/concerns/${id}`, lead)
    expect(shown.text).toContain('By telephone, written down by Sam Pritchard')
    expect(shown.text).toContain('Her aunt, rings back at five')
    expect((await app.get(`/concerns/${id}`, teacher)).status).toBe(404)
    expect((await app.get(`/tell/mine/${id}`, teacher)).status).toBe(404)
    expect((await app.get('/tell/for', pupil)).status).toBe(403)
    // The code that was handed on works for whoever has it.
    const back = `/at/${organisation.slug}/tell/back`
    const read = (await app.browser().submit(back, back, { receipt })).text
    expect(read).toContain('He will not stop writing')
    // Somebody has opened it above: the reporter is told so, and not who.
    expect(read).toContain('Somebody at school has read this')
    expect(read).not.toContain('Priya')
  })

  test('comes from a slip with the number that the child tore off, and once however often it is typed in', async () => {
    const { organisation, teacher } = await given()
    const slips = await app.get('/tell/slips', teacher)
    const numbers = [...slips.body.matchAll(/slip__digits">([\d ]+)</g)].map((found) => found[1])
    expect(new Set(numbers).size).toBe(4)
    // The code that is printed as a drawing holds an address; the test reads the number that a scan would bring along.
    const scan = await app.get(`/tell/for?came=paper&once=${'0a'.repeat(16)}`, teacher)
    expect(scan.body).toContain('value="paper" checked')
    const browser = await app.signedIn(teacher)
    const page = `/tell/for?came=paper&once=${'0a'.repeat(16)}`
    const type = () => browser.submit(page, '/tell/for', { came: 'paper', kind: 'anonymous', what: 'Help', ...rest })
    const [first, second] = [await type(), await type()]
    const digits = (body: string) => /digits">([\d ]+)</.exec(body)?.[1]
    expect(digits(first.body)).toBe(digits(second.body))
    expect(await only(organisation.organisationId)).toMatchObject({ came_by: 'paper', reporter_kind: 'anonymous' })
    const [count] = await t.peek<{ n: number }>(
      'select count(*)::int as n from app.concern where organisation_id = $1',
      [organisation.organisationId],
    )
    expect(count?.n).toBe(1)
  })

  test('may be an alert of monitoring software, once for each alert', async () => {
    const { organisation, lead } = await given()
    const system = systemActor(organisation.organisationId, 'monitoring')
    const alert = {
      alertId: 'filter-7/2026-11-23/0042',
      schoolId: organisation.schoolId,
      body: 'Search for ways to hide from a parent, room 12, 10:04',
      worry: 'other',
      inDanger: true,
    }
    const first = await t.as(system, (tx) => tellByMonitoring(tx, system, Buffer.alloc(32, 3), alert))
    const again = await t.as(system, (tx) => tellByMonitoring(tx, system, Buffer.alloc(32, 3), alert))
    expect(again).toEqual({ id: first.id, fresh: false })
    const shown = await app.get(`/concerns/${first.id}`, lead)
    expect(shown.text).toContain('A monitoring alert')
    expect(shown.text).toContain('Somebody may be in danger now')
    await expect(t.as(lead, (tx) => tellByMonitoring(tx, lead, Buffer.alloc(32, 3), alert))).rejects.toThrow(TypeError)
  })
})
